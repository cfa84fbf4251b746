import type { CartView } from '@makegood/core/cart/views'
import { checkCouponWindow } from '@makegood/core/coupon/check-coupon'
import { fromWireTerms } from '@makegood/core/coupon/coupon-terms'
import { rankCoupons } from '@makegood/core/coupon/rank-coupons'
import type { campaignViewSchema, OwnCouponView } from '@makegood/core/coupon/views'
import { type DeliveryTerms, standardDelivery } from '@makegood/core/delivery/delivery-terms'
import { type Money, money } from '@makegood/core/money/money'
import { fromWireMoney } from '@makegood/core/money/wire-money'
import type { z } from 'zod'
import { pricedLines } from './cart-changes'

type Beside = {
  readonly cart: CartView
  readonly terms: DeliveryTerms
  readonly coupons: readonly OwnCouponView[]
  readonly campaigns: readonly z.infer<typeof campaignViewSchema>[]
  readonly at: Date
}

export type CouponHint =
  | { readonly kind: 'best'; readonly name: string; readonly saving: Money }
  /** A coupon that may be used once this much more is in the cart. */
  | { readonly kind: 'later'; readonly name: string; readonly missing: Money }
  /** Coupons that the shopper does not have and could claim. */
  | { readonly kind: 'claim' }

/** What there is to say of coupons beside a cart, the most useful thing first; null where there is nothing. */
export const findCouponHint = ({ cart, terms, coupons, campaigns, at }: Beside): CouponHint | null => {
  const ranked = rankCoupons(
    coupons.map(coupon => ({ ...coupon, terms: fromWireTerms(coupon.terms) })),
    {
      lines: pricedLines(cart),
      delivery: { choice: standardDelivery, terms },
      orderId: null,
    },
    at,
  )
  const goods = fromWireMoney(cart.total)
  const [best] = ranked
  if (best?.usable && best.savingMinor > 0n)
    return { kind: 'best', name: best.name, saving: money(best.savingMinor, goods.currency) }

  const [nearest] = ranked
    .flatMap(coupon => (!coupon.usable && coupon.reason === 'minimum' ? [coupon] : []))
    .sort((a, b) => (a.minimum.amountMinor < b.minimum.amountMinor ? -1 : 1))
  if (nearest) {
    const missing = nearest.minimum.amountMinor - goods.amountMinor
    return { kind: 'later', name: nearest.name, missing: money(missing, goods.currency) }
  }

  const claimed = new Set(coupons.map(coupon => coupon.campaignId))
  const open = campaigns.some(
    campaign =>
      campaign.left > 0 && !claimed.has(campaign.id) && checkCouponWindow(fromWireTerms(campaign.terms), at) === null,
  )
  return open ? { kind: 'claim' } : null
}
