import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { checkInvariants } from './check-invariants.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
})

test('a sound shop has no breach; lost stock, a wrong total and money without an order are each named', async () => {
  const { orderId } = await placeTestOrder(database.db)
  expect(await checkInvariants(database.db)).toEqual([])

  const { variantId } = await database.db.orderLine.findFirstOrThrow({ where: { orderId } })
  await database.db.stock.update({ where: { variantId }, data: { available: 9, reserved: 1 } })
  await database.db.order.update({ where: { id: orderId }, data: { totalMinor: 1n } })
  await database.db.payment.create({
    data: {
      id: 'pay_x',
      orderId,
      attempt: 1,
      status: 'SUCCEEDED',
      amountMinor: 1n,
      currency: 'KRW',
      paymentMethod: 'pm_x',
    },
  })
  expect((await checkInvariants(database.db)).map(breach => breach.invariant)).toEqual([
    'reserved and sold stock is what the reservations say',
    'a payment that took money belongs to an order that is paid or being paid',
    'an order total is the sum of its lines',
  ])
})
