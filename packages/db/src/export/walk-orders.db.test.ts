import { listOrdersInput } from '@makegood/core/order/order-filters'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { walkOrders } from './walk-orders.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (let nr = 0; nr < 5; nr += 1) await bringTestOrder(database.db, 'STOCK_RESERVED')
})
afterAll(() => database.drop())

type Walked = ReturnType<typeof walkOrders>
const take = async (pages: Walked) => {
  const taken = []
  for await (const page of pages) taken.push(page)
  return taken
}

const every = listOrdersInput.parse({})
const walk = (max: number, signal = new AbortController().signal) =>
  walkOrders(database.db, every, { max, signal, atOnce: 2 })

test('all orders come once, newest first, each with what was bought', async () => {
  const pages = await take(walk(100))
  expect(pages.map(({ orders }) => orders.length)).toEqual([2, 2, 1])
  const ids = pages.flatMap(({ orders }) => orders.map(({ order }) => order.id))
  expect(new Set(ids).size).toBe(5)
  expect(pages.flatMap(({ orders }) => orders).every(({ lines }) => lines.length === 1)).toBe(true)
  expect(pages.at(-1)?.more).toBe(false)
})

test('no more than the bound come, and that there were others is told', async () => {
  const pages = await take(walk(3))
  expect(pages.flatMap(({ orders }) => orders)).toHaveLength(3)
  expect(pages.at(-1)?.more).toBe(true)
  expect((await take(walk(5))).at(-1)?.more, 'exactly as many as there are').toBe(false)
})

test('no page is read after nobody waits for it', async () => {
  const gone = new AbortController()
  const pages = walk(100, gone.signal)
  expect((await pages.next()).done).toBe(false)
  gone.abort()
  expect((await pages.next()).done).toBe(true)
})
