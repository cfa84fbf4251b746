import { expect, test } from 'vitest'
import { money } from '../money/money.ts'
import { checkCoupon } from './check-coupon.ts'
import type { CouponTerms } from './coupon-terms.ts'

const terms: CouponTerms = {
  kind: 'FIXED',
  percent: null,
  amount: money(5_000n, 'KRW'),
  minimum: money(30_000n, 'KRW'),
  validFrom: new Date('2026-03-01T00:00:00.000Z'),
  validTo: new Date('2026-03-31T23:59:59.999Z'),
  stopped: false,
}
const inside = new Date('2026-03-10T12:00:00.000Z')
const check = (changed: Partial<CouponTerms>, goodsMinor = 30_000n, at = inside) =>
  checkCoupon({ ...terms, ...changed }, money(goodsMinor, 'KRW'), at)

test('a coupon is refused before its first instant and after its last, and taken at both', () => {
  expect(check({}, 30_000n, new Date(terms.validFrom.getTime() - 1))).toMatchObject({ reason: 'not-yet' })
  expect(check({}, 30_000n, new Date(terms.validTo.getTime() + 1))).toMatchObject({ reason: 'expired' })
  expect(check({}, 30_000n, terms.validFrom)).toBeNull()
  expect(check({}, 30_000n, terms.validTo)).toBeNull()
})

test('a stopped campaign takes no coupons, whatever the day', () => {
  expect(check({ stopped: true })).toEqual({ code: 'coupon-not-valid', reason: 'stopped' })
})

test('goods below the minimum are refused with the minimum, goods of exactly the minimum are taken', () => {
  expect(check({}, 29_999n)).toEqual({ code: 'coupon-minimum', minimum: terms.minimum })
  expect(check({}, 30_000n)).toBeNull()
})

test('goods of another currency are refused, because no rate is implied', () => {
  expect(checkCoupon(terms, money(30_000n, 'USD'), inside)).toMatchObject({ reason: 'other-currency' })
})
