import type { CartView } from '@makegood/core/cart/views'
import type { WireCouponTerms } from '@makegood/core/coupon/coupon-terms'
import type { OwnCouponView } from '@makegood/core/coupon/views'
import { policySchema, toPolicy } from '@makegood/core/policy'
import { expect, test } from 'vitest'
import { findCouponHint } from './find-coupon-hint'

const at = new Date('2026-03-10T12:00:00.000Z')
const won = (amount: number) => ({ amountMinor: String(amount), currency: 'KRW' as const })
const wire = (more: Partial<WireCouponTerms> = {}): WireCouponTerms => ({
  kind: 'FIXED',
  percent: null,
  amount: won(5_000),
  minimum: won(0),
  validFrom: '2026-03-01T00:00:00.000Z',
  validTo: '2026-03-31T00:00:00.000Z',
  stopped: false,
  ...more,
})
const own = (name: string, more: Partial<WireCouponTerms> = {}, state: OwnCouponView['state'] = 'ready') => ({
  claimId: name,
  campaignId: `of-${name}`,
  name,
  terms: wire(more),
  state,
  orderId: null,
  claimedAt: '2026-03-02T00:00:00.000Z',
})
const campaign = (id: string, left = 3, more: Partial<WireCouponTerms> = {}) => ({
  id,
  name: id,
  terms: wire(more),
  quantity: 10,
  left,
})
const cartOf = (goods: number): CartView => ({
  lines: [
    {
      variantId: 'cup',
      productSlug: 'cup',
      name: 'cup',
      option: '',
      picture: null,
      unitPrice: won(goods),
      quantity: 1,
      lineTotal: won(goods),
      available: 3,
      addedAt: '2026-03-10T12:00:00.000Z',
      onSale: true,
      mended: false,
      priceBefore: null,
    },
  ],
  total: won(goods),
  count: 1,
})
const terms = toPolicy(policySchema.parse({})).delivery
const hint = (goods: number, coupons: OwnCouponView[], campaigns: ReturnType<typeof campaign>[] = []) =>
  findCouponHint({ cart: cartOf(goods), terms, coupons, campaigns, at })

test('used and expired coupons, and campaigns with none left, over, or claimed already, are not hinted at', () => {
  const late = { validTo: '2026-03-09T00:00:00.000Z' }
  const campaigns = [campaign('none-left', 0), campaign('over', 3, late), campaign('of-used')]
  expect(hint(30_000, [own('used', {}, 'used'), own('late', late, 'expired')], campaigns)).toBeNull()
})

test('the best usable coupon is told with what it saves', () => {
  expect(hint(30_000, [own('small', { amount: won(1_000) }), own('large')])).toMatchObject({
    kind: 'best',
    name: 'large',
    saving: { amountMinor: 5_000n },
  })
})

test('where none may be used yet, the nearest one is told with what is missing', () => {
  const coupons = [own('far', { minimum: won(90_000) }), own('near', { minimum: won(40_000) })]
  expect(hint(30_000, coupons)).toMatchObject({ kind: 'later', name: 'near', missing: { amountMinor: 10_000n } })
})

test('what is sold out does not help towards the minimum of a coupon', () => {
  const sold = cartOf(30_000)
  const cart: CartView = { ...sold, total: won(0), lines: sold.lines.map(line => ({ ...line, available: 0 })) }
  const coupons = [own('near', { minimum: won(20_000) })]
  expect(findCouponHint({ cart, terms, coupons, campaigns: [], at })).toMatchObject({
    kind: 'later',
    missing: { amountMinor: 20_000n },
  })
})

test('whoever has none is told that there are some to claim', () => {
  expect(hint(30_000, [], [campaign('autumn')])).toEqual({ kind: 'claim' })
})
