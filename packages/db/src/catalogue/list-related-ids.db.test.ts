import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { listRelatedIds } from './list-related-ids.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (const slug of ['cups', 'table', 'vases'])
    await database.db.category.create({ data: { slug, nameKo: slug, nameEn: slug, position: 2 } })
})
afterAll(() => database.drop())

const seed = async (categorySlug: string, colour: string, units = 9) => {
  const product = await seedProductWithStock(database.db, { units })
  await database.db.product.update({ where: { id: product.productId }, data: { categorySlug, colour } })
  return product
}

test('bought together in confirmed orders comes first, then category and colour; sold out last; drafts and itself never', async () => {
  const { db } = database
  const self = await seed('cups', 'blue')
  const colour = await seed('vases', 'blue')
  const category = await seed('cups', 'ink')
  const both = await seed('cups', 'blue')
  const gone = await seed('cups', 'blue', 0)
  const once = await seed('table', 'wood')
  const twice = await seed('table', 'wood')
  const onlyPlaced = await seed('table', 'wood')
  const draft = await seed('cups', 'blue')
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  const nothingToBuy = await seed('cups', 'blue')
  await db.variant.update({ where: { id: nothingToBuy.variantId }, data: { active: false } })
  const linesOf = (...products: readonly { variantId: string }[]) => ({
    lines: products.map(({ variantId }) => ({ variantId, quantity: 1 })),
  })
  await confirmTestOrder(db, linesOf(self, twice, once))
  await confirmTestOrder(db, linesOf(self, twice))
  await placeTestOrder(db, linesOf(self, onlyPlaced))

  const related = await listRelatedIds(db, { slug: self.slug, limit: 12 })
  expect(related).toEqual([twice, once, both, category, colour, gone].map(product => product.productId))
  expect(await listRelatedIds(db, { slug: self.slug, limit: 2 })).toEqual([twice.productId, once.productId])
})

test('an unknown product and an unpublished one have nothing beside them', async () => {
  const hidden = await seed('cups', 'blue')
  await database.db.product.update({ where: { id: hidden.productId }, data: { published: false } })
  expect(await listRelatedIds(database.db, { slug: hidden.slug, limit: 4 })).toEqual([])
  expect(await listRelatedIds(database.db, { slug: 'no-such-thing', limit: 4 })).toEqual([])
})
