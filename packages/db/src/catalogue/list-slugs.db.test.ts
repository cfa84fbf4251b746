import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listSlugs } from './list-slugs.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('page by page every product that is for sale is named once, and no draft', async () => {
  const { db } = database
  const seeded = []
  for (let n = 0; n < 5; n += 1) seeded.push((await seedProductWithStock(db, { units: 0 })).slug)
  const draft = await seedProductWithStock(db, { units: 3 })
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  const found: string[] = []
  for (let page = ['']; page.length > 0; ) {
    page = [...(await listSlugs(db, { after: found.at(-1) ?? null, limit: 2 }))]
    found.push(...page)
  }
  expect(found).toEqual(seeded.toSorted())
})
