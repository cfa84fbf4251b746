import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '../client.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { confirmStock, unconfirmStock } from './confirm-stock.ts'
import { releaseStock } from './release-stock.ts'
import { reserveStock } from './reserve-stock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const within = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(database.db, work)
const readStock = async (variantId: string) => {
  const { received, available, reserved, sold } = await database.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { received, available, reserved, sold }
}

/** An order that holds two of five units. */
const holdTwoOfFive = async () => {
  const { variantId } = await seedProductWithStock(database.db, { units: 5 })
  const { orderId } = await placeTestOrder(database.db, { lines: [{ variantId, quantity: 2 }] })
  await within(tx => reserveStock(tx, orderId, 1800))
  return { variantId, orderId }
}
const held = { received: 5, available: 3, reserved: 2, sold: 0 }
const sold = { received: 5, available: 3, reserved: 0, sold: 2 }
const free = { received: 5, available: 5, reserved: 0, sold: 0 }

test('held units are sold once, however often and however many confirm at once', async () => {
  const { variantId, orderId } = await holdTwoOfFive()
  const moved = await Promise.all([1, 2, 3].map(() => within(tx => confirmStock(tx, orderId, 'pay_one'))))
  expect(moved.sort()).toEqual([0, 0, 1])
  expect(await readStock(variantId)).toEqual(sold)
})

test('only the payment that confirmed the units can undo it, once', async () => {
  const { variantId, orderId } = await holdTwoOfFive()
  await within(tx => confirmStock(tx, orderId, 'pay_winner'))
  expect(await within(tx => unconfirmStock(tx, orderId, 'pay_loser'))).toBe(0)
  expect(await readStock(variantId)).toEqual(sold)
  expect(await within(tx => unconfirmStock(tx, orderId, 'pay_winner'))).toBe(1)
  expect(await within(tx => unconfirmStock(tx, orderId, 'pay_winner'))).toBe(0)
  expect(await readStock(variantId)).toEqual(held)
})

test('held units are released once; sold ones are not released', async () => {
  const first = await holdTwoOfFive()
  const moved = await Promise.all([1, 2].map(() => within(tx => releaseStock(tx, first.orderId))))
  expect(moved.sort()).toEqual([0, 1])
  expect(await readStock(first.variantId)).toEqual(free)
  expect(await within(tx => confirmStock(tx, first.orderId, 'pay_late'))).toBe(0)

  const second = await holdTwoOfFive()
  await within(tx => confirmStock(tx, second.orderId, 'pay_one'))
  expect(await within(tx => releaseStock(tx, second.orderId))).toBe(0)
  expect(await readStock(second.variantId)).toEqual(sold)
})

test('a release and a confirmation at once: one of them has the units, none are lost or doubled', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { variantId, orderId } = await holdTwoOfFive()
    const [released, confirmed] = await Promise.all([
      within(tx => releaseStock(tx, orderId)),
      within(tx => confirmStock(tx, orderId, 'pay_one')),
    ])
    expect(released + confirmed).toBe(1)
    expect(await readStock(variantId)).toEqual(released ? free : sold)
  }
})

const steps = {
  reserve: (tx: Tx, orderId: string) => reserveStock(tx, orderId, 1800),
  confirm: (tx: Tx, orderId: string) => confirmStock(tx, orderId, 'pay_one'),
  unconfirm: (tx: Tx, orderId: string) => unconfirmStock(tx, orderId, 'pay_one'),
  unconfirmOther: (tx: Tx, orderId: string) => unconfirmStock(tx, orderId, 'pay_other'),
  release: (tx: Tx, orderId: string) => releaseStock(tx, orderId),
}

test('whatever three orders do in whatever order, the stock is what their reservations say', async () => {
  const names = Object.keys(steps) as (keyof typeof steps)[]
  const anyStep = fc.record({ order: fc.nat({ max: 2 }), step: fc.constantFrom(...names) })
  const check = async (sequence: readonly { order: number; step: keyof typeof steps }[]) => {
    const { variantId } = await seedProductWithStock(database.db, { units: 4 })
    const orders = []
    for (const quantity of [1, 2, 3])
      orders.push(await placeTestOrder(database.db, { lines: [{ variantId, quantity }] }))
    const reserved = new Set<number>()
    for (const { order, step } of sequence) {
      const orderId = orders[order]?.orderId ?? ''
      // An order is reserved once: the saga's step row sees to it.
      if (step === 'reserve' && reserved.has(order)) continue
      const result = await within<unknown>(tx => steps[step](tx, orderId))
      if (step === 'reserve' && (result as { reserved: boolean }).reserved) reserved.add(order)
    }
    const rows = await database.db.stockReservation.findMany({ where: { variantId } })
    const units = (status: string) =>
      rows.filter(row => row.status === status).reduce((sum, row) => sum + row.quantity, 0)
    const [reservedUnits, soldUnits] = [units('HELD'), units('CONFIRMED')]
    expect(await readStock(variantId)).toEqual({
      received: 4,
      available: 4 - reservedUnits - soldUnits,
      reserved: reservedUnits,
      sold: soldUnits,
    })
  }
  await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), check), { numRuns: 25 })
})
