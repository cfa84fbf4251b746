import { listProductsInput } from '@makegood/core/catalogue/inputs'
import { expect, test } from 'vitest'
import { canonicalAddress, type ListQuery, listAddress, plainList, readListQuery } from './list-query'

const read = (address: string) =>
  readListQuery(
    Object.fromEntries(
      [...new URL(address, 'http://shop.test').searchParams.keys()].map(key => [
        key,
        new URL(address, 'http://shop.test').searchParams.getAll(key),
      ]),
    ),
  )

test.each([
  [{ page: '0' }],
  [{ page: '1e9' }],
  [{ page: 'x' }],
  [{ page: ['-1', '2'] }],
  [{ sort: 'rating' }],
  [{ category: "'; drop table" }],
  [{ colour: 'gold,<script>' }],
  [{ from: '-5', to: '1e9' }],
  [{ from: '0', to: '9'.repeat(40) }],
  [{ stock: 'yes', mended: 'true' }],
  [{ q: '   ' }],
  [{ q: '\u0000\u200b' }],
  [{ q: 'ㅏㅏ' }],
])('nonsense in the address %j is the plain list', search => {
  expect(listAddress(readListQuery(search))).toBe('/products')
})

test('an address and the state of the list say the same, in one order whatever the order of the choices', () => {
  const query: ListQuery = {
    q: '청자 대접',
    categories: ['cups', 'bowls'],
    colours: ['wood', 'celadon'],
    priceFrom: '10000',
    priceTo: '50000',
    inStock: true,
    mended: true,
    sort: 'price-up',
    page: 2,
  }
  const address = listAddress(query)
  expect(decodeURIComponent(address)).toBe(
    '/products?q=청자+대접&category=bowls,cups&colour=celadon,wood&from=10000&to=50000&stock=1&mended=1&sort=price-up&page=2',
  )
  expect(read(address)).toEqual({ ...query, categories: ['bowls', 'cups'], colours: ['celadon', 'wood'] })
  expect(listAddress(read(address))).toBe(address)
})

test('a value that stands twice or in two places counts once', () => {
  expect(read('/products?category=cups&category=cups,bowls').categories).toEqual(['cups', 'bowls'])
})

test('a price range the wrong way round is turned, and a page beyond the last is the last that there may be', () => {
  expect(read('/products?from=50000&to=10000')).toMatchObject({ priceFrom: '10000', priceTo: '50000' })
  expect(read('/products?page=9999').page).toBe(1000)
})

test('whatever an address says, the api takes it', () => {
  const wild = {
    q: `청자${'가'.repeat(300)}`,
    category: Array.from({ length: 99 }, (_, n) => `kind-${n}`),
    colour: 'red,red,blue',
    page: '9999',
  }
  expect(listProductsInput.safeParse({ locale: 'ko', ...readListQuery(wild) }).success).toBe(true)
})

test('search engines know the plain list, each kind, and their pages', () => {
  const canonical = (query: Partial<ListQuery>) => canonicalAddress({ ...plainList, ...query })
  expect(canonical({})).toBe('/products')
  expect(canonical({ page: 3, sort: 'new' })).toBe('/products?page=3')
  expect(canonical({ categories: ['cups'], page: 2 })).toBe('/products?category=cups&page=2')
  for (const query of [
    { categories: ['cups', 'bowls'] },
    { colours: ['red'] as const, categories: ['cups'] },
    { inStock: true },
    { priceTo: '10000' },
    { q: '청자', categories: ['cups'] },
  ])
    expect(canonical(query)).toBe('/products')
})
