import type { CartView } from '@makegood/core/cart/views'
import type { OwnCouponView } from '@makegood/core/coupon/views'
import { defaultDeliveryTerms as terms } from '@makegood/core/delivery/default-terms'
import { expect, test } from 'vitest'
import { type Choices, priceCheckout } from './price-checkout'

const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const at = new Date('2026-11-26T03:00:00Z')
const cartOf = (price: number): CartView => ({
  lines: [
    {
      variantId: 'var_1',
      productSlug: 'cup',
      name: 'Cup',
      option: '',
      picture: null,
      unitPrice: won(price),
      quantity: 1,
      lineTotal: won(price),
      available: 5,
      onSale: true,
      mended: false,
      priceBefore: null,
      addedAt: '2026-11-26T03:00:00.000Z',
    },
  ],
  total: won(price),
  count: 1,
})
const coupon = (claimId: string, amount: number, changes: Partial<OwnCouponView> = {}): OwnCouponView => ({
  claimId,
  campaignId: 'cmp_1',
  name: claimId,
  state: 'ready',
  orderId: null,
  claimedAt: '2026-11-01T00:00:00Z',
  terms: {
    kind: 'FIXED',
    percent: null,
    amount: won(amount),
    minimum: won(0),
    validFrom: '2026-11-01T00:00:00Z',
    validTo: '2026-12-31T00:00:00Z',
    stopped: false,
  },
  ...changes,
})
const price = (choices: Partial<Choices>, coupons: readonly OwnCouponView[] = [], goods = 28_000) => {
  const found = priceCheckout(
    { country: 'KR', deliveryMethod: 'standard', coupon: 'best', ...choices },
    { cart: cartOf(goods), coupons, terms, orderId: null, at },
  )
  return { total: found.total.amountMinor, method: found.method, coupon: found.coupon?.claimId ?? null }
}

test('express abroad gives way to the standard delivery that is offered there', () => {
  expect(price({ country: 'JP', deliveryMethod: 'express' })).toEqual({
    total: 53_000n,
    method: 'standard',
    coupon: null,
  })
})

test('choices that make no sense, from a damaged draft, count as the usual ones', () => {
  expect(price({ country: 'XX', deliveryMethod: 'rocket', coupon: 'clm_of_somebody' })).toEqual({
    total: 31_000n,
    method: 'standard',
    coupon: null,
  })
})

test('the best coupon is taken by itself, another one or none when it is chosen', () => {
  const coupons = [coupon('small', 1_000), coupon('big', 4_000)]
  expect(price({}, coupons)).toMatchObject({ total: 27_000n, coupon: 'big' })
  expect(price({ coupon: 'small' }, coupons)).toMatchObject({ total: 30_000n, coupon: 'small' })
  expect(price({ coupon: 'none' }, coupons)).toMatchObject({ total: 31_000n, coupon: null })
})

test('a chosen coupon that cannot be used any more gives way to the best that can', () => {
  const coupons = [coupon('mine', 9_000, { state: 'in-use', orderId: 'ord_other' }), coupon('other', 1_000)]
  expect(price({ coupon: 'mine' }, coupons)).toMatchObject({ coupon: 'other', total: 30_000n })
})

test('a coupon that would cost the free delivery is not suggested, and may still be chosen', () => {
  const coupons = [coupon('small', 1_000)]
  expect(price({}, coupons, 50_000)).toMatchObject({ total: 50_000n, coupon: null })
  expect(price({ coupon: 'small' }, coupons, 50_000)).toMatchObject({ total: 52_000n, coupon: 'small' })
})

test('what is sold out is in no price, and where nothing is left there is nothing to pay', () => {
  const [line] = cartOf(20_000).lines
  if (!line) throw new Error('the cart has a line')
  const gone = { ...line, variantId: 'var_2', available: 0 }
  const of = (lines: CartView['lines']) =>
    priceCheckout(
      { country: 'KR', deliveryMethod: 'standard', coupon: 'best' },
      { cart: { ...cartOf(20_000), lines }, coupons: [], terms, orderId: null, at },
    )
  expect(of([line, gone])).toMatchObject({ goods: { amountMinor: 20_000n }, total: { amountMinor: 23_000n } })
  expect(of([gone])).toMatchObject({ delivery: { amountMinor: 0n }, total: { amountMinor: 0n } })
})
