import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { reserveStock } from './reserve-stock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

// Without the retries of `inTransaction`, so that a deadlock would fail the test.
const reserve = (orderId: string, seconds = 1800) =>
  database.db.$transaction(tx => reserveStock(tx, orderId, seconds), { maxWait: 10_000, timeout: 10_000 })
const readStock = async (variantId: string) => {
  const { received, available, reserved, sold } = await database.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { received, available, reserved, sold }
}
const product = (units: number) => seedProductWithStock(database.db, { units })
const order = (...lines: (readonly [variantId: string, quantity: number])[]) =>
  placeTestOrder(database.db, { lines: lines.map(([variantId, quantity]) => ({ variantId, quantity })) })

test('reserved units leave the available ones and are held for the order until its time', async () => {
  const { variantId } = await product(5)
  const { orderId } = await order([variantId, 3])
  const before = Date.now()
  expect(await reserve(orderId, 600)).toEqual({ reserved: true })
  expect(await readStock(variantId)).toEqual({ received: 5, available: 2, reserved: 3, sold: 0 })
  const [held, ...more] = await database.db.stockReservation.findMany({ where: { orderId } })
  expect(more).toEqual([])
  expect(held).toMatchObject({ variantId, quantity: 3, status: 'HELD', paymentId: null })
  expect(Math.abs((held?.expiresAt.getTime() ?? 0) - before - 600_000)).toBeLessThan(10_000)
})

test('all lines or none: every short line is named and nothing is taken', async () => {
  const [full, short, empty] = [await product(5), await product(1), await product(0)]
  const { orderId } = await order([full.variantId, 2], [short.variantId, 2], [empty.variantId, 1])
  const result = await reserve(orderId)
  expect(result.reserved ? [] : [...result.shortLines].sort((a, b) => b.available - a.available)).toEqual([
    { variantId: short.variantId, wanted: 2, available: 1 },
    { variantId: empty.variantId, wanted: 1, available: 0 },
  ])
  expect(await readStock(full.variantId)).toEqual({ received: 5, available: 5, reserved: 0, sold: 0 })
  expect(await database.db.stockReservation.count({ where: { orderId } })).toBe(0)
})

test('a variant that has no stock row at all is short, never reserved out of nothing', async () => {
  const [counted, uncounted] = [await product(5), await product(5)]
  await database.db.stock.delete({ where: { variantId: uncounted.variantId } })
  const { orderId } = await order([counted.variantId, 1], [uncounted.variantId, 2])
  expect(await reserve(orderId)).toEqual({
    reserved: false,
    shortLines: [{ variantId: uncounted.variantId, wanted: 2, available: 0 }],
  })
  expect(await readStock(counted.variantId)).toMatchObject({ available: 5, reserved: 0 })
})

test('one order is reserved once: a second reservation throws and takes nothing', async () => {
  const { variantId } = await product(5)
  const { orderId } = await order([variantId, 2])
  await reserve(orderId)
  await expect(reserve(orderId)).rejects.toThrow('stock_reservation_pkey')
  expect(await readStock(variantId)).toEqual({ received: 5, available: 3, reserved: 2, sold: 0 })
})

test('an order that comes while another takes the last units waits, and then sees what is left', async () => {
  const { variantId } = await product(3)
  const { orderId } = await order([variantId, 2])
  const [late] = await database.db.$transaction(async tx => {
    await tx.$executeRaw`update stock set available = 1, reserved = 2 where variant_id = ${variantId}`
    const waiting = reserve(orderId)
    await expectWaiting(database.db, 1)
    // In a list, because the units are there for it only once this transaction has ended.
    return [waiting]
  })
  expect(await late).toEqual({ reserved: false, shortLines: [{ variantId, wanted: 2, available: 1 }] })
})

test('goods are locked in id order whatever the order of the lines, so that no two orders wait in a circle', async () => {
  const { db } = database
  const [first, second] = [(await product(5)).variantId, (await product(5)).variantId].sort()
  if (!first || !second) throw new Error('two products were seeded')
  const forth = await order([first, 1], [second, 1])
  const back = await order([first, 1], [second, 1])
  await db.$executeRaw`update order_line set position = 10 - position where order_id = ${back.orderId}`
  const results = await db.$transaction(async tx => {
    await tx.$queryRaw`select 1 from stock where variant_id = ${first} for update`
    const waiting = [reserve(forth.orderId), reserve(back.orderId)]
    await expectWaiting(database.db, 2)
    // Both wait for the first: were one of them to hold the second, this would be refused.
    await tx.$queryRaw`select 1 from stock where variant_id = ${second} for update nowait`
    return waiting
  })
  expect(await Promise.all(results)).toEqual([{ reserved: true }, { reserved: true }])
  for (const variantId of [first, second])
    expect(await readStock(variantId)).toEqual({ received: 5, available: 3, reserved: 2, sold: 0 })
})

test('twenty buyers at once for eight units: eight get them, and none is oversold', async () => {
  const { variantId } = await product(8)
  const orders = []
  for (let buyer = 0; buyer < 20; buyer += 1) orders.push(await order([variantId, 1]))
  const results = await Promise.all(orders.map(({ orderId }) => reserve(orderId)))
  expect(results.filter(result => result.reserved)).toHaveLength(8)
  expect(await readStock(variantId)).toEqual({ received: 8, available: 0, reserved: 8, sold: 0 })
})
