import { expect, test } from 'vitest'
import { productListAddress, readProductQuery } from './product-query.ts'

test('what cannot be understood of an address is left out', () => {
  const odd = { state: 'sold', category: '../x', q: ' ', cursor: ['a'], low: 'yes', other: '1' }
  expect(readProductQuery(odd)).toEqual({})
  expect(readProductQuery({ q: 'x'.repeat(201) })).toEqual({})
})

test('a list has one address, and the address leads to the same list', () => {
  const query = { q: '백자 &', category: 'bowls', state: 'draft', low: true, cursor: 'c_1' } as const
  const address = productListAddress(query)
  expect(readProductQuery(Object.fromEntries(new URL(address, 'http://shop.test').searchParams))).toEqual(query)
  expect(productListAddress({})).toBe('/admin/products')
})
