import type { DeliveryChoice, DeliveryTerms } from '../delivery/delivery-terms.ts'
import { type Money, money } from '../money/money.ts'
import type { PricedLine } from '../pricing/price-lines.ts'
import { priceOrder } from '../pricing/price-order.ts'
import type { CouponTerms } from './coupon-terms.ts'

export type BestCoupon<Coupon> = { readonly coupon: Coupon; readonly saving: Money }

type Goods = {
  readonly lines: readonly PricedLine[]
  readonly delivery: { readonly choice: DeliveryChoice; readonly terms: DeliveryTerms }
  readonly at: Date
}

/**
 * The coupon with which these goods come to the least, and what that saves of the whole total: one that takes goods below
 * free delivery saves less than it says. Null where none may be used or none saves anything; of equals the one that ends first.
 */
export const pickBestCoupon = <Coupon extends { readonly terms: CouponTerms }>(
  coupons: readonly Coupon[],
  { lines, delivery, at }: Goods,
): BestCoupon<Coupon> | null => {
  const without = priceOrder(lines, null, delivery, at)
  if ('refusal' in without) return null
  let best: BestCoupon<Coupon> | null = null
  for (const coupon of coupons) {
    const price = priceOrder(lines, coupon.terms, delivery, at)
    if ('refusal' in price) continue
    const saving = money(without.total.amountMinor - price.total.amountMinor, without.total.currency)
    if (saving.amountMinor > 0n && isBetter({ coupon, saving }, best)) best = { coupon, saving }
  }
  return best
}

const isBetter = <Coupon extends { readonly terms: CouponTerms }>(
  one: BestCoupon<Coupon>,
  other: BestCoupon<Coupon> | null,
): boolean => {
  if (!other || one.saving.amountMinor > other.saving.amountMinor) return true
  return one.saving.amountMinor === other.saving.amountMinor && one.coupon.terms.validTo < other.coupon.terms.validTo
}
