import { expect, test } from 'vitest'
import { returnPath, withoutLocale } from './return-path'

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

test.each([
  ['/en/orders', '/orders'],
  ['/en', '/'],
  ['/ko?x=1', '/?x=1'],
  ['/entrance', '/entrance'],
  ['/orders', '/orders'],
])('%s is named %s by the shop itself', (path, named) => {
  expect(withoutLocale(path)).toBe(named)
})
