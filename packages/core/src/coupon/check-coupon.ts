import type { Money } from '../money/money.ts'
import type { CouponTerms } from './coupon-terms.ts'

export type CouponRefusal =
  | { readonly code: 'coupon-not-valid'; readonly reason: 'not-yet' | 'expired' | 'stopped' | 'other-currency' }
  | { readonly code: 'coupon-minimum'; readonly minimum: Money }

/** Why a coupon may not be used for these goods at this moment; null where it may. Valid from its first to its last instant. */
export const checkCoupon = (terms: CouponTerms, goods: Money, at: Date): CouponRefusal | null => {
  const window = checkCouponWindow(terms, at)
  if (window) return { code: 'coupon-not-valid', reason: window }
  if (terms.minimum.currency !== goods.currency) return { code: 'coupon-not-valid', reason: 'other-currency' }
  if (goods.amountMinor < terms.minimum.amountMinor) return { code: 'coupon-minimum', minimum: terms.minimum }
  return null
}

/** Why a campaign gives and takes no coupons at this moment; null where it does. */
export const checkCouponWindow = (
  terms: Pick<CouponTerms, 'stopped' | 'validFrom' | 'validTo'>,
  at: Date,
): 'not-yet' | 'expired' | 'stopped' | null => {
  if (terms.stopped) return 'stopped'
  if (at < terms.validFrom) return 'not-yet'
  return at > terms.validTo ? 'expired' : null
}
