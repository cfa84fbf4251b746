import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '../client.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { confirmStock, unconfirmStock } from './confirm-stock.ts'
import { reserveStock } from './reserve-stock.ts'
import { returnOrderStock, takeGoodsBack } from './return-sold-stock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const within = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(database.db, work)
const readStock = async (variantId: string) => {
  const {
    updatedAt: _at,
    variantId: _id,
    lowAt: _low,
    ...counts
  } = await database.db.stock.findUniqueOrThrow({
    where: { variantId },
  })
  return counts
}

/** An order that holds three of five units. */
const holdThreeOfFive = async () => {
  const { variantId } = await seedProductWithStock(database.db, { units: 5 })
  const { orderId } = await placeTestOrder(database.db, { lines: [{ variantId, quantity: 3 }] })
  await within(tx => reserveStock(tx, orderId, 1800))
  return { variantId, orderId }
}
const sellThreeOfFive = async () => {
  const order = await holdThreeOfFive()
  await within(tx => confirmStock(tx, order.orderId, 'pay_one'))
  return order
}
const takeBack = (orderId: string, variantId: string, restocked: number, writtenOff: number) =>
  within(tx => takeGoodsBack(tx, orderId, [{ variantId, restocked, writtenOff }]))
const counts = (available: number, reserved: number, sold: number, writtenOff = 0) => ({
  received: 5,
  available,
  reserved,
  sold,
  writtenOff,
})

test('a cancelled order gives back what it still holds, held or sold, once, also at once', async () => {
  for (const order of [await holdThreeOfFive(), await sellThreeOfFive()]) {
    const moved = await Promise.all([1, 2, 3].map(() => within(tx => returnOrderStock(tx, order.orderId))))
    expect(moved.sort()).toEqual([0, 0, 1])
    expect(await readStock(order.variantId)).toEqual(counts(5, 0, 0))
    expect(await database.db.stockReservation.findMany({ where: { orderId: order.orderId } })).toMatchObject([
      { status: 'RELEASED', paymentId: null },
    ])
    // What is free again is no longer this order's to confirm or to hold.
    expect(await within(tx => confirmStock(tx, order.orderId, 'pay_late'))).toBe(0)
    expect(await within(tx => unconfirmStock(tx, order.orderId, 'pay_one'))).toBe(0)
    expect(await readStock(order.variantId)).toEqual(counts(5, 0, 0))
  }
})

test('a giving back and a confirmation at once: one order of them, and no unit lost or doubled', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { orderId, variantId } = await holdThreeOfFive()
    await Promise.all([within(tx => returnOrderStock(tx, orderId)), within(tx => confirmStock(tx, orderId, 'pay_one'))])
    expect(await readStock(variantId)).toEqual(counts(5, 0, 0))
  }
})

test('goods that come back are for sale again or written off, and the sum of all stays what was received', async () => {
  const { orderId, variantId } = await sellThreeOfFive()
  await takeBack(orderId, variantId, 1, 1)
  expect(await readStock(variantId)).toEqual(counts(3, 0, 1, 1))
  await takeBack(orderId, variantId, 0, 1)
  expect(await readStock(variantId)).toEqual(counts(3, 0, 0, 2))
  expect(await database.db.stockReservation.findMany({ where: { orderId } })).toMatchObject([
    { status: 'CONFIRMED', quantity: 3, restocked: 1, writtenOff: 2 },
  ])
})

test('more never comes back than was sold: not in one, not in parts, not twice at once', async () => {
  const { orderId, variantId } = await sellThreeOfFive()
  await expect(takeBack(orderId, variantId, 4, 0)).rejects.toThrow('stock_reservation_came_back')
  await takeBack(orderId, variantId, 2, 0)
  await expect(takeBack(orderId, variantId, 1, 1)).rejects.toThrow('stock_reservation_came_back')
  expect(await readStock(variantId)).toEqual(counts(4, 0, 1))

  const other = await sellThreeOfFive()
  const results = await Promise.allSettled([1, 2, 3].map(() => takeBack(other.orderId, other.variantId, 3, 0)))
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
  expect(await readStock(other.variantId)).toEqual(counts(5, 0, 0))
})

test('what this order has not sold does not come back, and then nothing of the return does', async () => {
  const sold = await sellThreeOfFive()
  const other = await sellThreeOfFive()
  const goods = [
    { variantId: sold.variantId, restocked: 1, writtenOff: 0 },
    { variantId: other.variantId, restocked: 1, writtenOff: 0 },
  ]
  await expect(within(tx => takeGoodsBack(tx, sold.orderId, goods))).rejects.toThrow('has not sold all')
  expect(await readStock(sold.variantId)).toEqual(counts(2, 0, 3))
  expect(await readStock(other.variantId)).toEqual(counts(2, 0, 3))

  const held = await holdThreeOfFive()
  await expect(takeBack(held.orderId, held.variantId, 1, 0)).rejects.toThrow('has not sold all')
  expect(await readStock(held.variantId)).toEqual(counts(2, 3, 0))
})

test('whatever is confirmed, taken back and given back in whatever order, the stock is conserved and is what the reservations say', async () => {
  const steps = fc.oneof(
    fc.constant('confirm' as const),
    fc.constant('unconfirm' as const),
    fc.constant('give-back' as const),
    fc.record({ restocked: fc.nat({ max: 2 }), writtenOff: fc.nat({ max: 2 }) }),
  )
  const check = async (
    sequence: readonly ('confirm' | 'unconfirm' | 'give-back' | { restocked: number; writtenOff: number })[],
  ) => {
    const { orderId, variantId } = await holdThreeOfFive()
    for (const step of sequence) {
      if (step === 'confirm') await within(tx => confirmStock(tx, orderId, 'pay_one'))
      else if (step === 'unconfirm') await within(tx => unconfirmStock(tx, orderId, 'pay_one'))
      else if (step === 'give-back') await within(tx => returnOrderStock(tx, orderId))
      else await takeBack(orderId, variantId, step.restocked, step.writtenOff).catch(() => undefined)
    }
    const [row] = await database.db.stockReservation.findMany({ where: { orderId } })
    if (!row) throw new Error('the order has reserved nothing')
    const gone = row.restocked + row.writtenOff
    const held = row.status === 'HELD' ? 3 : 0
    const sold = row.status === 'CONFIRMED' ? 3 - gone : 0
    expect(await readStock(variantId)).toEqual(counts(5 - held - sold - row.writtenOff, held, sold, row.writtenOff))
  }
  await fc.assert(fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 8 }), check), { numRuns: 40 })
})
