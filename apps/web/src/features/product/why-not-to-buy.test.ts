import { expect, test } from 'vitest'
import { whyNotToBuy } from './why-not-to-buy'

test('of a mended piece that is sold nothing is promised to come back; anything else is sold out for now', () => {
  expect(whyNotToBuy(0, 0, true)).toBe('sold-for-good')
  expect(whyNotToBuy(-1, 0, false)).toBe('sold-out')
})

test('what is all in the cart is not sold out, and what is free has nothing against it', () => {
  expect(whyNotToBuy(1, 0, true)).toBe('all-in-cart')
  expect(whyNotToBuy(3, 1, false)).toBeNull()
})
