import { createPrisma, type Db } from '@makegood/db/client'
import { getOrderView } from '@makegood/db/order/get-order-view'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSaga } from '../../saga/run-saga.ts'
import { createTestDeps } from '../../testing/test-deps.ts'
import { createTestEngine } from '../../testing/test-engine.ts'
import { reserveOrder } from './reserve-order.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let second: Db

beforeAll(async () => {
  database = await createTestDatabase()
  second = createPrisma(database.url, { poolMax: 10, applicationName: 'second api' })
})
afterAll(async () => {
  await second.$disconnect()
  await database.drop()
})

const reserve = async (db: Db, orderId: string): Promise<boolean> => {
  const deps = createTestDeps(db, process.env.TEST_REDIS_URL ?? '')
  const start = { input: { orderId }, correlationId: 'cor_test', generation: 1 }
  const { ended } = await runSaga(deps, reserveOrder(deps), start, createTestEngine({ attempts: 5 }))
  deps.redis.disconnect()
  expect(['COMPLETED', 'UNDONE']).toContain(ended)
  return ended === 'COMPLETED'
}

test('200 buyers at once for 50 units through two processes: 50 get them, 150 are told what is sold out, stock is conserved', async () => {
  const { variantId } = await seedProductWithStock(database.db, { units: 50 })
  const orders = []
  for (let buyer = 0; buyer < 200; buyer += 1)
    orders.push(await placeTestOrder(database.db, { lines: [{ variantId, quantity: 1 }] }))
  const reserved = await Promise.all(
    orders.map(({ orderId }, buyer) => reserve(buyer % 2 === 0 ? database.db : second, orderId)),
  )
  expect(reserved.filter(Boolean)).toHaveLength(50)

  const stock = await database.db.stock.findUniqueOrThrow({ where: { variantId } })
  expect(stock).toMatchObject({ received: 50, available: 0, reserved: 50, sold: 0 })
  expect(await database.db.stockReservation.count({ where: { variantId, status: 'HELD' } })).toBe(50)

  const views = await Promise.all(
    orders.map(({ orderId, owner }) => getOrderView(database.db, { orderId, owner, locale: 'ko' })),
  )
  const soldOut = views.filter(view => view?.status === 'CANCELLED')
  expect(soldOut).toHaveLength(150)
  for (const view of soldOut)
    expect(view?.shortLines).toMatchObject([{ variantId, wanted: 1, available: 0, name: view?.lines[0]?.name }])
}, 60_000)

test('an order with one short line of two takes nothing, and names the short one', async () => {
  const full = await seedProductWithStock(database.db, { units: 5 })
  const short = await seedProductWithStock(database.db, { units: 1 })
  const order = await placeTestOrder(database.db, {
    lines: [
      { variantId: full.variantId, quantity: 2 },
      { variantId: short.variantId, quantity: 2 },
    ],
  })
  expect(await reserve(database.db, order.orderId)).toBe(false)
  expect(await database.db.stock.findUniqueOrThrow({ where: { variantId: full.variantId } })).toMatchObject({
    available: 5,
    reserved: 0,
  })
  const view = await getOrderView(database.db, { orderId: order.orderId, owner: order.owner, locale: 'en' })
  expect(view).toMatchObject({
    status: 'CANCELLED',
    shortLines: [{ variantId: short.variantId, wanted: 2, available: 1 }],
  })
})

test('many orders over the same variants in different orders never deadlock and never lose a unit', async () => {
  const a = await seedProductWithStock(database.db, { units: 40 })
  const b = await seedProductWithStock(database.db, { units: 40 })
  const orders = []
  for (let buyer = 0; buyer < 40; buyer += 1) {
    const lines = [
      { variantId: a.variantId, quantity: 1 },
      { variantId: b.variantId, quantity: 1 },
    ]
    orders.push(await placeTestOrder(database.db, { lines: buyer % 2 === 0 ? lines : lines.reverse() }))
  }
  const reserved = await Promise.all(
    orders.map(({ orderId }, n) => reserve(n % 2 === 0 ? database.db : second, orderId)),
  )
  expect(reserved.every(Boolean)).toBe(true)
  for (const { variantId } of [a, b])
    expect(await database.db.stock.findUniqueOrThrow({ where: { variantId } })).toMatchObject({
      available: 0,
      reserved: 40,
    })
}, 60_000)
