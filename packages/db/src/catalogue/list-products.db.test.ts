import { productPageSchema } from '@makegood/core/catalogue/views'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listProducts, pageSize } from './list-products.ts'
import { noFilters } from './match-products.ts'
import { readCatalogue } from './read-catalogue.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const list = (input: Partial<Parameters<typeof listProducts>[1]>) =>
  listProducts(
    readCatalogue(database.db, async () => []),
    { locale: 'ko', sort: 'featured', page: 1, ...noFilters, ...input },
  )

test('pages cover every published product once, drafts and products with nothing to buy never, and prices sort', async () => {
  const { db } = database
  const prices = Array.from({ length: pageSize + 3 }, (_, index) => BigInt(((index * 7) % 27) + 1) * 1000n)
  const seeded = []
  for (const priceMinor of prices) seeded.push(await seedProductWithStock(db, { units: 2, priceMinor }))
  const draft = await seedProductWithStock(db, { units: 2 })
  await db.product.update({ where: { id: draft.productId }, data: { published: false } })
  const empty = await seedProductWithStock(db, { units: 2 })
  await db.variant.update({ where: { id: empty.variantId }, data: { active: false } })

  const [first, second] = await Promise.all([list({}), list({ page: 2 })])
  expect(productPageSchema.parse(first)).toEqual(first)
  const ids = [...first.products, ...second.products].map(product => product.id)
  expect(new Set(ids)).toEqual(new Set(seeded.map(product => product.productId)))
  expect(ids).toHaveLength(prices.length)
  expect(first.total).toBe(prices.length)

  const up = [...(await list({ sort: 'price-up' })).products, ...(await list({ sort: 'price-up', page: 2 })).products]
  const amounts = up.map(product => BigInt(product.priceFrom.amountMinor))
  expect(amounts).toEqual([...amounts].sort((a, b) => Number(a - b)))
  const down = await list({ sort: 'price-down' })
  expect(down.products[0]?.priceFrom.amountMinor).toBe('27000')
  expect((await list({ page: 1000 })).products).toEqual([])
})

test('a card shows the lowest price, the units of all variants, the first picture and words in the wanted language', async () => {
  const { db } = database
  const { productId, slug } = await seedProductWithStock(db, { units: 3, priceMinor: 50_000n })
  await db.variant.create({
    data: {
      id: newId('variant', new Date()),
      productId,
      sku: `second-${slug}`,
      optionKo: '작은 것',
      optionEn: 'Small',
      priceMinor: 40_000n,
      currency: 'KRW',
      position: 2,
      stock: { create: { received: 4, available: 4 } },
    },
  })
  for (const position of [2, 1])
    await db.picture.create({
      data: {
        id: newId('picture', new Date()),
        productId,
        path: `/pictures/${position}.webp`,
        altKo: '그림',
        altEn: 'Picture',
        width: 800,
        height: 600,
        position,
      },
    })
  await db.category.create({ data: { slug: 'alone', nameKo: '하나', nameEn: 'Alone', position: 9 } })
  await db.product.update({ where: { id: productId }, data: { categorySlug: 'alone' } })

  const { products, categories } = await list({ locale: 'en', categories: ['alone'] })
  expect(products).toEqual([
    {
      id: productId,
      slug,
      name: `Bowl ${slug}`,
      categorySlug: 'alone',
      mended: false,
      picture: { path: '/pictures/1.webp', alt: 'Picture', width: 800, height: 600 },
      secondPicture: { path: '/pictures/2.webp', alt: 'Picture', width: 800, height: 600 },
      priceFrom: { amountMinor: '40000', currency: 'KRW' },
      priceVaries: true,
      available: 7,
    },
  ])
  expect(categories.map(category => category.name)).toEqual(['Bowls', 'Alone'])
  expect((await list({ categories: ['nowhere'] })).total).toBe(0)
})
