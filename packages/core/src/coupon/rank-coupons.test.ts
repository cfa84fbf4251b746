import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultDeliveryTerms as terms } from '../delivery/default-terms.ts'
import { money } from '../money/money.ts'
import { priceOrder } from '../pricing/price-order.ts'
import { type ClaimedCoupon, rankCoupons } from './rank-coupons.ts'

const at = new Date('2026-03-10T12:00:00.000Z')
const delivery = { choice: { method: 'standard', country: 'KR' }, terms } as const
const orderOf = (priceMinor: bigint) => ({
  lines: [{ unitPrice: money(priceMinor, 'KRW'), quantity: 1 }],
  delivery,
  orderId: 'ord_this',
})
const coupon = (
  claimId: string,
  changes: Partial<ClaimedCoupon['terms']> = {},
  state: Partial<Pick<ClaimedCoupon, 'state' | 'orderId'>> = {},
): ClaimedCoupon => ({
  claimId,
  name: claimId,
  state: 'ready',
  orderId: null,
  ...state,
  terms: {
    kind: 'FIXED',
    percent: null,
    amount: money(1_000n, 'KRW'),
    minimum: money(0n, 'KRW'),
    validFrom: new Date('2026-03-01T00:00:00.000Z'),
    validTo: new Date('2026-03-31T00:00:00.000Z'),
    stopped: false,
    ...changes,
  },
})

test('what may not be used comes last, each with its reason; used ones and those that are long over are not offered', () => {
  const ranked = rankCoupons(
    [
      coupon('used', {}, { state: 'used', orderId: 'ord_other' }),
      coupon('in use', {}, { state: 'in-use', orderId: 'ord_other' }),
      coupon('dear', { minimum: money(50_000n, 'KRW') }),
      coupon('early', { validFrom: new Date('2026-03-20T00:00:00.000Z') }, { state: 'not-yet' }),
      coupon('late', { validTo: new Date('2026-03-09T00:00:00.000Z') }, { state: 'expired' }),
      coupon('long over', { validTo: new Date('2026-03-02T00:00:00.000Z') }, { state: 'expired' }),
      coupon('good'),
    ],
    orderOf(20_000n),
    at,
  )
  expect(ranked.map(({ claimId, ...rest }) => [claimId, rest.usable || rest.reason])).toEqual([
    ['good', true],
    ['in use', 'in-use'],
    ['dear', 'minimum'],
    ['early', 'not-yet'],
    ['late', 'expired'],
  ])
})

test('a coupon that this very order has is still its own to use', () => {
  const mine = coupon('mine', {}, { state: 'in-use', orderId: 'ord_this' })
  expect(rankCoupons([mine], orderOf(20_000n), at)).toMatchObject([{ usable: true, savingMinor: 1_000n }])
})

test('a coupon that takes more away with the free delivery than it saves saves nothing', () => {
  const ranked = rankCoupons([coupon('small')], orderOf(50_000n), at)
  expect(ranked).toMatchObject([{ usable: true, savingMinor: 0n }])
})

test('the first is the best: no other makes the order cheaper', () => {
  const amounts = fc.array(fc.bigInt({ min: 1n, max: 60_000n }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(amounts, fc.bigInt({ min: 1n, max: 90_000n }), (offers, priceMinor) => {
      const order = orderOf(priceMinor)
      const coupons = offers.map((amount, index) => coupon(`${index}`, { amount: money(amount, 'KRW') }))
      const totalWith = (terms: ClaimedCoupon['terms']) => {
        const price = priceOrder(order.lines, terms, delivery, at)
        if ('refusal' in price) throw new Error('refused')
        return price.total.amountMinor
      }
      const [best] = rankCoupons(coupons, order, at)
      const plain = priceOrder(order.lines, null, delivery, at)
      if (!best?.usable || 'refusal' in plain) throw new Error('none')
      const least = coupons.map(({ terms }) => totalWith(terms)).toSorted((a, b) => Number(a - b))[0]
      if (best.savingMinor > 0n) expect(plain.total.amountMinor - best.savingMinor).toBe(least)
      else expect(least).toBeGreaterThanOrEqual(plain.total.amountMinor)
    }),
  )
})
