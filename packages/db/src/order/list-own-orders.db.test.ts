import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { listOwnOrders, ordersOnPage } from './list-own-orders.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('pages show every own order once, the newest first, also those of one moment, and none of anybody else', async () => {
  const { db } = database
  const userId = await createTestShopper(db)
  const placed: string[] = []
  for (let i = 0; i < ordersOnPage + 3; i += 1) placed.push((await placeTestOrder(db, { userId })).orderId)
  await placeTestOrder(db)
  await db.order.updateMany({ where: { userId }, data: { placedAt: new Date() } })
  const owner = { userId, visitorHash: null }
  const first = await listOwnOrders(db, { owner, locale: 'ko' })
  const second = await listOwnOrders(db, { owner, locale: 'ko', cursor: first.nextCursor ?? '' })
  const ids = [...first.orders, ...second.orders].map(order => order.id)
  expect(ids).toEqual([...placed].sort().reverse())
  expect([first.orders.length, second.nextCursor]).toEqual([ordersOnPage, null])
})

test('a cursor that is none is refused', async () => {
  const owner = { userId: 'usr_x', visitorHash: null }
  for (const cursor of ['x', '', '2026-11-26', "2026-11-26T00:00:00.000Z' or 1=1"])
    await expect(listOwnOrders(database.db, { owner, locale: 'ko', cursor })).rejects.toMatchObject({
      code: 'invalid-input',
    })
})
