import { expect, test } from 'vitest'
import { publicAddress } from './public-address'

const addressOf = (path: string) => publicAddress(new URL(path, 'http://shop.test'))

test.each(['/', '/en', '/products', '/en/products', '/products?category=bowls,cups&stock=1', '/en/products?page=2'])(
  '%s is one page for everybody',
  path => {
    expect(addressOf(path)).toBe(path)
  },
)

test.each([
  '/cart',
  '/orders',
  '/en/checkout',
  '/products/celadon-bowl',
  '/admin',
  '/en/',
  '/?utm_source=x',
  '/products?category=cups,bowls',
  '/products?page=1',
  '/products?sort=rating',
  '/products?x=1',
  '/products/',
])('%s is not: it is rendered for whoever asks', path => {
  expect(addressOf(path)).toBeNull()
})
