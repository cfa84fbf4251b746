import { productDetailSchema } from '@makegood/core/catalogue/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { getProduct } from './get-product.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a published product is read whole; a draft and an unknown slug give nothing', async () => {
  const { db } = database
  const { productId, slug, variantId } = await seedProductWithStock(db, { units: 5, priceMinor: 31_000n })
  const product = await getProduct(db, { slug, locale: 'en' })
  expect(productDetailSchema.parse(product)).toEqual(product)
  expect(product).toMatchObject({
    id: productId,
    name: `Bowl ${slug}`,
    category: { slug: 'bowls', name: 'Bowls' },
    variants: [{ id: variantId, option: 'One size', price: { amountMinor: '31000', currency: 'KRW' }, available: 5 }],
  })
  expect(await getProduct(db, { slug: 'no-such-thing', locale: 'ko' })).toBeNull()
  await db.product.update({ where: { id: productId }, data: { published: false } })
  expect(await getProduct(db, { slug, locale: 'en' })).toBeNull()
})

test('a variant that is not sold is not shown', async () => {
  const { db } = database
  const { slug, variantId } = await seedProductWithStock(db, { units: 5 })
  await db.variant.update({ where: { id: variantId }, data: { active: false } })
  expect((await getProduct(db, { slug, locale: 'ko' }))?.variants).toEqual([])
})
