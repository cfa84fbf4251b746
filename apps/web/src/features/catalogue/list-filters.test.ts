import { expect, test } from 'vitest'
import { activeFilters, toggled, withoutFilters, withPrice } from './list-filters'
import { type ListQuery, plainList } from './list-query'

const narrowed: ListQuery = {
  ...plainList,
  q: '대접',
  categories: ['bowls', 'cups'],
  colours: ['celadon'],
  priceTo: '50000',
  inStock: true,
  sort: 'new',
  page: 4,
}

test('each chip takes away its own choice alone and begins at the first page', () => {
  const filters = activeFilters(narrowed)
  expect(filters.map(({ kind }) => kind)).toEqual(['category', 'category', 'colour', 'price', 'inStock'])
  for (const { without } of filters) {
    expect(without).toMatchObject({ q: '대접', sort: 'new', page: 1 })
    expect(activeFilters(without)).toHaveLength(filters.length - 1)
  }
  expect(filters[0]?.without.categories).toEqual(['cups'])
})

test('clearing keeps the words and the order', () => {
  expect(withoutFilters(narrowed)).toEqual({ ...plainList, q: '대접', sort: 'new' })
  expect(activeFilters(withoutFilters(narrowed))).toEqual([])
})

test('a price range may be open at either end, and an empty one is none', () => {
  expect(withPrice(narrowed, '1000', '')).toMatchObject({ priceFrom: '1000' })
  expect(withPrice(narrowed, '1000', '')).not.toHaveProperty('priceTo')
  expect(activeFilters(withPrice(plainList, '', ''))).toEqual([])
})

test('a value is added once and taken away once', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
})
