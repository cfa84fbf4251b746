import type { DeliveryChoice, DeliveryTerms } from '../delivery/delivery-terms.ts'
import type { Money } from '../money/money.ts'
import type { PricedLine } from '../pricing/price-lines.ts'
import { priceOrder } from '../pricing/price-order.ts'
import type { CouponTerms } from './coupon-terms.ts'
import type { OwnCouponView } from './views.ts'

/** A shopper's coupon with what it would do to this order. */
export type RankedCoupon = {
  readonly claimId: string
  readonly name: string
  readonly terms: CouponTerms
} & (
  | {
      readonly usable: true /** What the order costs less with it, its delivery included; never below zero. */
      readonly savingMinor: bigint
    }
  | { readonly usable: false; readonly reason: 'in-use' | 'not-yet' | 'expired' | 'stopped' | 'other-currency' }
  | { readonly usable: false; readonly reason: 'minimum'; readonly minimum: Money }
)

export type ClaimedCoupon = Pick<OwnCouponView, 'claimId' | 'name' | 'state' | 'orderId'> & {
  readonly terms: CouponTerms
}

type Order = {
  readonly lines: readonly PricedLine[]
  readonly delivery: { readonly choice: DeliveryChoice; readonly terms: DeliveryTerms }
  /** The id under which it is being placed: a coupon that this very order has is its own to use. */
  readonly orderId: string | null
}

const weekMs = 7 * 24 * 60 * 60 * 1000

/**
 * A shopper's coupons as this order may use them: those that save something first, the best of them first of all, each
 * judged by what the whole order then costs. A coupon that costs more than it saves, because it takes a free delivery away,
 * saves nothing. Used ones are left out, those that ended more than a week ago too, and all where the order has no price.
 */
export const rankCoupons = (coupons: readonly ClaimedCoupon[], order: Order, at: Date): readonly RankedCoupon[] => {
  const plain = priceOrder(order.lines, null, order.delivery, at)
  if ('refusal' in plain) return []
  return coupons
    .filter(coupon => coupon.state !== 'used' && coupon.terms.validTo.getTime() > at.getTime() - weekMs)
    .map(coupon => judge(coupon, order, plain.total.amountMinor, at))
    .toSorted((a, b) => compare(weightOf(b), weightOf(a)))
}

const judge = (coupon: ClaimedCoupon, order: Order, plainMinor: bigint, at: Date): RankedCoupon => {
  const { claimId, name, terms } = coupon
  const known = { claimId, name, terms }
  if (coupon.state === 'in-use' && coupon.orderId !== order.orderId)
    return { ...known, usable: false, reason: 'in-use' }
  const price = priceOrder(order.lines, terms, order.delivery, at)
  if (!('refusal' in price)) {
    const saving = plainMinor - price.total.amountMinor
    return { ...known, usable: true, savingMinor: saving > 0n ? saving : 0n }
  }
  const { refusal } = price
  if (refusal.code === 'coupon-minimum') return { ...known, usable: false, reason: 'minimum', minimum: refusal.minimum }
  if (refusal.code === 'coupon-not-valid') return { ...known, usable: false, reason: refusal.reason }
  throw new Error('an order that has a price without a coupon is delivered with one')
}

const weightOf = (coupon: RankedCoupon): bigint => (coupon.usable ? coupon.savingMinor : -1n)
const compare = (a: bigint, b: bigint): number => (a === b ? 0 : a < b ? -1 : 1)
