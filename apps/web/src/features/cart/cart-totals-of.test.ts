import { policySchema, toPolicy } from '@makegood/core/policy'
import { expect, test } from 'vitest'
import type { CartLine } from './cart-changes'
import { cartTotals } from './cart-totals-of'
import { emptyCart } from './empty-cart'

const terms = toPolicy(policySchema.parse({})).delivery
const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const line: CartLine = {
  variantId: 'cup',
  productSlug: 'cup',
  name: 'cup',
  option: '',
  picture: null,
  unitPrice: won(1),
  quantity: 1,
  lineTotal: won(1),
  available: 1,
  addedAt: '2026-03-10T12:00:00.000Z',
  onSale: true,
  mended: false,
  priceBefore: null,
}
const of = (goods: number) => cartTotals({ lines: [line], total: won(goods), count: 1 }, terms)

test('one won below the free limit delivery costs and one won is missing; from the limit on neither', () => {
  expect(of(49_999)).toMatchObject({ delivery: won(3_000), total: won(52_999), missing: won(1) })
  expect(of(50_000)).toMatchObject({ delivery: won(0), total: won(50_000), missing: null, freeFrom: won(50_000) })
})

test('nothing is delivered of an empty cart or of one that is sold out, and where delivery never costs anything there is no way to go', () => {
  expect(cartTotals(emptyCart, terms)).toMatchObject({ delivery: won(0), total: won(0), missing: null })
  const soldOut = { ...line, available: 0 }
  expect(cartTotals({ lines: [soldOut], total: won(0), count: 1 }, terms)).toEqual({
    delivery: won(0),
    total: won(0),
    missing: null,
    freeFrom: null,
  })
  const free = cartTotals({ ...emptyCart, lines: [line] }, { ...terms, standardMinor: 0n })
  expect(free).toMatchObject({ delivery: won(0), freeFrom: null, missing: null })
})
