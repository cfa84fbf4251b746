import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../money/money.ts'
import { computeDiscount } from './compute-discount.ts'

const won = (amountMinor: bigint) => money(amountMinor, 'KRW')
const percent = (of: number, cap: bigint | null = null) =>
  ({ kind: 'PERCENT', percent: of, amount: cap === null ? null : won(cap) }) as const
const fixed = (amountMinor: bigint) => ({ kind: 'FIXED', percent: null, amount: won(amountMinor) }) as const

test('a percentage is rounded down and ends at its cap', () => {
  expect(computeDiscount(percent(10), won(28_009n))).toEqual(won(2_800n))
  expect(computeDiscount(percent(10, 2_000n), won(28_009n))).toEqual(won(2_000n))
  expect(computeDiscount(percent(100), won(28_009n))).toEqual(won(28_009n))
})

test('a fixed coupon takes what it says, and never more than the goods', () => {
  expect(computeDiscount(fixed(5_000n), won(28_000n))).toEqual(won(5_000n))
  expect(computeDiscount(fixed(5_000n), won(4_999n))).toEqual(won(4_999n))
})

test('whatever the coupon and the goods, the discount is between nothing and the goods', () => {
  const coupons = fc.oneof(
    fc.bigInt({ min: 1n, max: 10n ** 12n }).map(fixed),
    fc
      .tuple(fc.integer({ min: 1, max: 100 }), fc.option(fc.bigInt({ min: 1n, max: 10n ** 12n })))
      .map(args => percent(...args)),
  )
  fc.assert(
    fc.property(coupons, fc.bigInt({ min: 0n, max: 10n ** 15n }), (coupon, goods) => {
      const { amountMinor } = computeDiscount(coupon, won(goods))
      expect(amountMinor >= 0n && amountMinor <= goods).toBe(true)
    }),
  )
})

test('a coupon in another currency throws instead of taking off anything', () => {
  expect(() => computeDiscount(fixed(5n), money(100n, 'USD'))).toThrow('takes nothing off goods in USD')
})
