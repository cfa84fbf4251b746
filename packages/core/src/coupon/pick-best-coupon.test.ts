import { expect, test } from 'vitest'
import { standardDelivery } from '../delivery/delivery-terms.ts'
import { money } from '../money/money.ts'
import { policySchema, toPolicy } from '../policy.ts'
import type { CouponTerms } from './coupon-terms.ts'
import { pickBestCoupon } from './pick-best-coupon.ts'

const at = new Date('2026-03-10T12:00:00.000Z')
const won = (amountMinor: bigint) => money(amountMinor, 'KRW')
const terms: CouponTerms = {
  kind: 'FIXED',
  percent: null,
  amount: won(5_000n),
  minimum: won(0n),
  validFrom: new Date('2026-03-01T00:00:00.000Z'),
  validTo: new Date('2026-03-31T00:00:00.000Z'),
  stopped: false,
}
const coupon = (id: string, more: Partial<CouponTerms>) => ({ id, terms: { ...terms, ...more } })
const percent = (of: number) => ({ kind: 'PERCENT', percent: of, amount: null }) as const
const pick = (goods: bigint, ...coupons: ReturnType<typeof coupon>[]) => {
  const delivery = { choice: standardDelivery, terms: toPolicy(policySchema.parse({})).delivery }
  return pickBestCoupon(coupons, { lines: [{ unitPrice: won(goods), quantity: 1 }], delivery, at })
}

test('coupons that may not be used are left out, and where none is left there is none', () => {
  const late = coupon('late', { validTo: new Date('2026-03-09T00:00:00.000Z') })
  const dear = coupon('dear', { minimum: won(30_001n) })
  expect(pick(30_000n, late, dear, coupon('stopped', { stopped: true }))).toBeNull()
  expect(pick(30_000n)).toBeNull()
  expect(pick(30_000n, late, coupon('good', {}))).toMatchObject({ coupon: { id: 'good' }, saving: won(5_000n) })
})

test('the one that saves most of the total is picked, whatever kind it is', () => {
  const [fixed, share] = [coupon('fixed', {}), coupon('share', percent(10))]
  expect(pick(30_000n, fixed, share)).toMatchObject({ coupon: { id: 'fixed' } })
  expect(pick(90_000n, fixed, share)).toMatchObject({ coupon: { id: 'share' }, saving: won(9_000n) })
})

test('a coupon that takes the goods below free delivery saves less than it says, and nothing where it costs more', () => {
  expect(pick(52_000n, coupon('fixed', {}))).toMatchObject({ saving: won(2_000n) })
  expect(pick(50_000n, coupon('small', { amount: won(2_000n) }))).toBeNull()
  const [small, large] = [coupon('small', { amount: won(2_000n) }), coupon('large', { amount: won(4_000n) })]
  expect(pick(52_000n, large, small)).toMatchObject({ coupon: { id: 'small' }, saving: won(2_000n) })
})

test('of two that save the same the one that ends first is picked', () => {
  const soon = coupon('soon', { validTo: new Date('2026-03-11T00:00:00.000Z') })
  expect(pick(30_000n, coupon('later', {}), soon)).toMatchObject({ coupon: { id: 'soon' } })
  expect(pick(30_000n, soon, coupon('later', {}))).toMatchObject({ coupon: { id: 'soon' } })
})
