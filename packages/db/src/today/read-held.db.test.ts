import { listOrdersInput } from '@makegood/core/order/order-filters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listOrders } from '../order/list-orders.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { readHeld } from './read-held.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the list of orders shows exactly the orders whose money or goods Today counts as held, and narrows them further', async () => {
  const { db } = database
  const paid = await bringTestOrder(db, 'PAID')
  const reserved = await bringTestOrder(db, 'STOCK_RESERVED')
  const done = await bringTestOrder(db, 'COMPLETED')
  await db.saga.updateMany({ where: { orderId: { not: reserved.orderId } }, data: { status: 'COMPLETED' } })
  await db.saga.updateMany({ where: { orderId: reserved.orderId }, data: { status: 'RUNNING' } })
  const listed = async (filters: object) =>
    (await listOrders(db, listOrdersInput.parse(filters))).orders.map(({ id }) => id).toSorted()
  expect(await listed({ held: 'money' })).toEqual([paid.orderId])
  expect(await listed({ held: 'stock' })).toEqual([paid.orderId, reserved.orderId].toSorted())
  expect(await listed({ held: 'stock', statuses: ['STOCK_RESERVED'] })).toEqual([reserved.orderId])
  expect(await listed({ held: 'money', statuses: ['COMPLETED'] })).toEqual([])
  expect(await listed({})).toContain(done.orderId)
  expect(await readHeld(db)).toMatchObject({ moneyHeld: { orders: 1 }, stockHeld: { orders: 2 } })
})
