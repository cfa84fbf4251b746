import { expect, test } from 'vitest'
import { listAddress, readListQuery } from './list-query'

test('an address and the state of the list say the same', () => {
  const query = { category: 'cups', sort: 'price-up', page: 2 } as const
  expect(listAddress(query)).toBe('/products?category=cups&sort=price-up&page=2')
  expect(readListQuery({ category: 'cups', sort: 'price-up', page: '2' })).toEqual(query)
})

test('the plain list has the plain address', () => {
  expect(listAddress(readListQuery({}))).toBe('/products')
})

test.each([
  [{ page: '0' }],
  [{ page: '1e9' }],
  [{ page: 'x' }],
  [{ sort: 'rating' }],
  [{ category: "'; drop table" }],
  [{ page: ['-1', '2'] }],
])('nonsense in the address %j is the plain list', search => {
  expect(listAddress(readListQuery(search))).toBe('/products')
})
