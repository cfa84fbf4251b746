import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { findFewLow } from './find-few-low.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('what runs low is named once each, and not at all where it is many; what is not sold any more runs low of nothing', async () => {
  const { db } = database
  await seedProductWithStock(db, { units: 100 })
  expect(await findFewLow(db, 1)).toEqual([])
  const { productId } = await seedProductWithStock(db, { units: 5 })
  expect(await findFewLow(db, 1)).toEqual([productId])
  const other = await seedProductWithStock(db, { units: 0 })
  expect((await findFewLow(db, 2))?.toSorted()).toEqual([productId, other.productId].toSorted())
  expect(await findFewLow(db, 1)).toBeNull()
  await db.variant.update({ where: { id: other.variantId }, data: { active: false } })
  expect(await findFewLow(db, 2)).toEqual([productId])
})
