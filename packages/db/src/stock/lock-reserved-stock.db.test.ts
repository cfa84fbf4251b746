import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { lockReservedStock } from './lock-reserved-stock.ts'
import { reserveStock } from './reserve-stock.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('the stock of an order is locked in id order, whatever order its rows lie in: who waits for the first holds no other', async () => {
  const { db } = database
  const ids = [await seedProductWithStock(db, { units: 5 }), await seedProductWithStock(db, { units: 5 })]
  const [first = '', second = ''] = ids.map(({ variantId }) => variantId).sort()
  const lines = [second, first].map(variantId => ({ variantId, quantity: 1 }))
  const { orderId } = await placeTestOrder(db, { lines })
  await inTransaction(db, tx => reserveStock(tx, orderId, 1800))
  // A row that is written lies behind the others from then on.
  await db.$executeRaw`update stock set updated_at = now() where variant_id = ${first}`
  await db.$executeRaw`update stock_reservation set quantity = quantity where variant_id = ${first}`

  let locking: Promise<void> = Promise.resolve()
  await inTransaction(db, async tx => {
    await tx.$queryRaw`select 1 from stock where variant_id = ${first} for update`
    locking = inTransaction(db, async other => {
      // Rows are read as they lie then: in an order by id only where that is asked for.
      for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan', 'mergejoin'])
        await other.$queryRaw`select set_config(${`enable_${way}`}, 'off', true)`
      await lockReservedStock(other, orderId)
    })
    await expectWaiting(db, 1)
    const free = await inTransaction(
      db,
      other => other.$queryRaw<unknown[]>`select 1 from stock where variant_id = ${second} for update skip locked`,
    )
    expect(free).toHaveLength(1)
  })
  await locking
})
