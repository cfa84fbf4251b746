import { newId } from '@makegood/core/ids'
import { openPayment } from '@makegood/db/payment/open-payment'
import { seedReservedOrder } from '@makegood/db/seed/scenarios/reserved-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../saga/deps.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { expireAll } from './expire-reservations.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let deps: Deps

beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const reservedOrder = async (secondsLeft: number) => {
  const order = await seedReservedOrder(database.db)
  await database.db.stockReservation.updateMany({
    where: { orderId: order.orderId },
    data: { expiresAt: new Date(Date.now() + secondsLeft * 1000) },
  })
  return order
}

const stockOf = async (orderId: string) => {
  const { variantId } = await database.db.orderLine.findFirstOrThrow({ where: { orderId } })
  const { available, reserved } = await database.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { available, reserved }
}

const statusOf = async (orderId: string) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).status

test('an order whose reservation ran out is cancelled once and its stock is for sale again, however often the job runs', async () => {
  const due = await reservedOrder(-1)
  const early = await reservedOrder(60)
  const results = await Promise.all([expireAll(deps), expireAll(deps), expireAll(deps)])
  expect(results.reduce((sum, result) => sum + result.expired, 0)).toBe(1)
  expect(await statusOf(due.orderId)).toBe('CANCELLED')
  expect(await stockOf(due.orderId)).toEqual({ available: 10, reserved: 0 })
  expect(await statusOf(early.orderId)).toBe('STOCK_RESERVED')
  expect(await stockOf(early.orderId)).toEqual({ available: 9, reserved: 1 })
})

test('an order that is being paid when its reservation runs out keeps its stock', async () => {
  const order = await reservedOrder(-1)
  await openPayment(database.db, { ...order, paymentId: newId('payment', new Date()), paymentMethod: 'pm_card_visa' })
  expect(await expireAll(deps)).toEqual({ expired: 0, failed: 0 })
  expect(await statusOf(order.orderId)).toBe('PAYMENT_PROCESSING')
  expect(await stockOf(order.orderId)).toEqual({ available: 9, reserved: 1 })
})
