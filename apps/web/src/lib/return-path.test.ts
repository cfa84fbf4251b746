import { expect, test } from 'vitest'
import { returnPath } from './return-path'

test.each(['/', '/orders', '/products?category=cups&page=2', '/en/orders/ord_1#seam'])('%s is a way back', path => {
  expect(returnPath(path)).toBe(path)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  ' /orders',
  '',
  undefined,
  null,
  ['/orders'],
])('%j leads to the home page', wanted => {
  expect(returnPath(wanted)).toBe('/')
})

test('a path that climbs does not leave the shop', () => {
  expect(returnPath('/../..//evil.example')).toMatch(/^\/(?!\/)/)
})
