import type { ProductColour } from '@makegood/core/catalogue/colours'
import { nearbySchema, suggestionsSchema } from '@makegood/core/catalogue/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listProducts } from './list-products.ts'
import { noFilters } from './match-products.ts'
import type { ListProducts } from './product-page.ts'
import { readCatalogue } from './read-catalogue.ts'
import { findNearby, suggestProducts } from './search-products.ts'

type Goods = {
  ko: string
  en: string
  about?: string
  price?: bigint
  units?: number
  mended?: boolean
  colour?: ProductColour
}

let database: TestDatabase
const ids = new Map<string, string>()
const best: string[] = []

const goods: readonly Goods[] = [
  { ko: '청자 대접', en: 'Celadon bowl', price: 42_000n, colour: 'celadon' },
  { ko: '청자 대접, 금 이음', en: 'Celadon bowl, mended', price: 120_000n, colour: 'celadon', mended: true, units: 1 },
  { ko: '달 꽃병', en: 'Moon vase', price: 98_000n },
  { ko: '점토 잔', en: 'Clay cup', price: 28_000n, colour: 'brown', units: 0 },
  { ko: '눈꽃 찻사발', en: 'Snow tea bowl', about: '청자와 함께 쓰기 좋은 찻사발', price: 35_000n },
  { ko: '참나무 쟁반', en: '100% oak_tray', price: 51_000n, colour: 'wood' },
]

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  await db.category.create({ data: { slug: 'vases', nameKo: '꽃병', nameEn: 'Vases', position: 2 } })
  for (const [
    position,
    { ko, en, about = '', price, units = 9, mended = false, colour = 'white' },
  ] of goods.entries()) {
    const { productId } = await seedProductWithStock(db, { units, ...(price ? { priceMinor: price } : {}) })
    const categorySlug = ko.includes('꽃병') ? 'vases' : 'bowls'
    const words = { nameKo: ko, nameEn: en, descriptionKo: about, descriptionEn: '' }
    await db.product.update({ where: { id: productId }, data: { ...words, mended, colour, categorySlug, position } })
    ids.set(ko, productId)
  }
  const hidden = await seedProductWithStock(db, { units: 9 })
  await db.product.update({ where: { id: hidden.productId }, data: { nameKo: '청자 비밀', published: false } })
})
afterAll(() => database.drop())

const reads = () => readCatalogue(database.db, async () => best)
const page = (input: Partial<ListProducts>) =>
  listProducts(reads(), { locale: 'ko', sort: 'featured', page: 1, ...noFilters, ...input })
const names = async (input: Partial<ListProducts>) => (await page(input)).products.map(({ name }) => name)

test.each([
  ["'; drop table product; --", 0],
  ["' or 1=1 --", 0],
  ['\\', 0],
  ['$1 :x {y}', 0],
  ['\u0000청자', 3],
  ['가'.repeat(200), 0],
  [`청자 ${'나'.repeat(195)}`, 0],
  ['(청자|대접)*', 0],
])('the query %j does no harm', async (q, total) => {
  expect((await page({ q })).total).toBe(total)
  expect((await page({})).total).toBe(goods.length)
})

test('what is a pattern elsewhere is a character here', async () => {
  expect(await names({ q: '%' })).toEqual(['참나무 쟁반'])
  expect(await names({ q: '_' })).toEqual(['참나무 쟁반'])
  expect(await names({ q: '100%' })).toEqual(['참나무 쟁반'])
})

test('what is not published is never found, not by its name nor by its first consonants', async () => {
  expect(await names({ q: '비밀' })).toEqual([])
  expect(await names({ q: 'ㅊㅈㅂㅁ' })).toEqual([])
})

test.each([
  ['청자', ['청자 대접', '청자 대접, 금 이음', '눈꽃 찻사발']],
  ['대접', ['청자 대접', '청자 대접, 금 이음']],
  ['접', ['청자 대접', '청자 대접, 금 이음']],
  ['청자대접', ['청자 대접', '청자 대접, 금 이음']],
  ['이음 청자', ['청자 대접, 금 이음']],
  ['사발', ['눈꽃 찻사발']],
  ['꽃', ['달 꽃병', '눈꽃 찻사발']],
  ['ELADON', ['청자 대접', '청자 대접, 금 이음']],
  ['vase moon', ['달 꽃병']],
  ['청자 없음', []],
  ['ㅊㅈ', ['청자 대접', '청자 대접, 금 이음']],
  ['ㄷㅈ', ['청자 대접', '청자 대접, 금 이음']],
  ['ㄲㅂ', ['달 꽃병']],
  ['청ㅈ', ['청자 대접', '청자 대접, 금 이음', '눈꽃 찻사발']],
])('%j finds %j, what is named so first', async (q, found) => {
  expect(await names({ q })).toEqual(found)
})

test('filters hold together, several values of one widen it, and counts tell what each would show', async () => {
  expect(await names({ colours: ['celadon'] })).toHaveLength(2)
  expect(await names({ colours: ['celadon', 'wood'] })).toHaveLength(3)
  expect(await names({ colours: ['celadon', 'wood'], mended: true })).toEqual(['청자 대접, 금 이음'])
  expect(await names({ categories: ['vases', 'bowls'], inStock: true })).toHaveLength(5)
  expect(await names({ priceFrom: '42000', priceTo: '98000' })).toEqual(['청자 대접', '달 꽃병', '참나무 쟁반'])
  expect(await names({ q: '청자', priceTo: '50000', inStock: true })).toEqual(['청자 대접', '눈꽃 찻사발'])
  const { categories, colours, total } = await page({ categories: ['bowls'], colours: ['celadon'] })
  expect(total).toBe(2)
  expect(categories.map(({ slug, count }) => [slug, count])).toEqual([
    ['bowls', 2],
    ['vases', 0],
  ])
  expect(colours.filter(({ count }) => count > 0)).toEqual([
    { colour: 'white', count: 1 },
    { colour: 'celadon', count: 2 },
    { colour: 'brown', count: 1 },
    { colour: 'wood', count: 1 },
  ])
})

test('every order is over the whole list: by price, by age, by what sold best', async () => {
  const byPrice = ['점토 잔', '눈꽃 찻사발', '청자 대접', '참나무 쟁반', '달 꽃병', '청자 대접, 금 이음']
  expect(await names({ sort: 'price-up' })).toEqual(byPrice)
  expect(await names({ sort: 'price-down' })).toEqual(byPrice.toReversed())
  expect(await names({ sort: 'new' })).toEqual(goods.map(({ ko }) => ko).reverse())
  best.splice(0, 2, ids.get('달 꽃병') ?? '', ids.get('점토 잔') ?? '')
  expect((await names({ sort: 'best' })).slice(0, 3)).toEqual(['달 꽃병', '점토 잔', '청자 대접'])
  expect(await names({ sort: 'best' })).toHaveLength(goods.length)
  expect(await names({ q: '청자', sort: 'price-down' })).toEqual(['청자 대접, 금 이음', '청자 대접', '눈꽃 찻사발'])
})

test('prices that lists sort by follow every change of a variant', async () => {
  const { db } = database
  const productId = ids.get('점토 잔') ?? ''
  const prices = async () => {
    const { priceLowMinor, priceHighMinor } = await db.product.findUniqueOrThrow({ where: { id: productId } })
    return [priceLowMinor, priceHighMinor]
  }
  const [variant] = await db.variant.findMany({ where: { productId } })
  const set = (data: { priceMinor?: bigint; active?: boolean }) =>
    db.variant.update({ where: { id: variant?.id ?? '' }, data })
  await set({ active: false })
  expect(await prices()).toEqual([null, null])
  expect(await names({ q: '점토' })).toEqual([])
  await set({ active: true, priceMinor: 30_000n })
  await db.variant.create({
    data: {
      id: 'var_second',
      productId,
      sku: 'second',
      optionKo: '큰 것',
      optionEn: 'Large',
      priceMinor: 50_000n,
      currency: 'KRW',
      position: 2,
    },
  })
  expect(await prices()).toEqual([30_000n, 50_000n])
  await db.variant.delete({ where: { id: 'var_second' } })
  await set({ priceMinor: 28_000n })
  expect(await prices()).toEqual([28_000n, 28_000n])
})

test('suggestions are products and categories, and say how many there are in all', async () => {
  const suggest = (q: string) => suggestProducts(reads(), { q, locale: 'ko' })
  const found = await suggest('꽃')
  expect(suggestionsSchema.parse(found)).toEqual(found)
  expect(found).toMatchObject({ categories: [{ slug: 'vases', name: '꽃병' }], total: 2 })
  expect(await suggest(' ')).toEqual({ products: [], categories: [], total: 0 })
})

test('a search that finds nothing offers its words that do, and products that come near', async () => {
  const near = async (q: string) => {
    const found = await findNearby({ db: database.db, reads: reads() }, { q, locale: 'ko' })
    expect(nearbySchema.parse(found)).toEqual(found)
    return { words: found.words, names: found.products.map(({ name }) => name) }
  }
  expect(await near('청자 접시')).toMatchObject({ words: [{ word: '청자', total: 3 }] })
  expect((await near('청지')).names).toEqual(['청자 대접', '청자 대접, 금 이음'])
  expect((await near('celedon')).names).toEqual(['청자 대접', '청자 대접, 금 이음'])
  expect(await near('ㅋㅋㅋ')).toEqual({ words: [], names: [] })
})
