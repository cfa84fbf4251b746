import type { CartView } from '@makegood/core/cart/views'
import { checkCouponWindow } from '@makegood/core/coupon/check-coupon'
import { fromWireTerms } from '@makegood/core/coupon/coupon-terms'
import { pickBestCoupon } from '@makegood/core/coupon/pick-best-coupon'
import type { campaignViewSchema, OwnCouponView } from '@makegood/core/coupon/views'
import { type DeliveryTerms, standardDelivery } from '@makegood/core/delivery/delivery-terms'
import { type Money, money } from '@makegood/core/money/money'
import { fromWireMoney } from '@makegood/core/money/wire-money'
import type { z } from 'zod'

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
  const ready = coupons
    .filter(coupon => coupon.state === 'ready')
    .map(({ name, terms: wire }) => ({ name, terms: fromWireTerms(wire) }))
  const lines = cart.lines.map(line => ({ unitPrice: fromWireMoney(line.unitPrice), quantity: line.quantity }))
  const best = pickBestCoupon(ready, { lines, delivery: { choice: standardDelivery, terms }, at })
  if (best) return { kind: 'best', name: best.coupon.name, saving: best.saving }

  const goods = fromWireMoney(cart.total)
  const [nearest] = ready
    .filter(({ terms: { minimum } }) => minimum.currency === goods.currency && minimum.amountMinor > goods.amountMinor)
    .sort((a, b) => (a.terms.minimum.amountMinor < b.terms.minimum.amountMinor ? -1 : 1))
  if (nearest) {
    const missing = nearest.terms.minimum.amountMinor - goods.amountMinor
    return { kind: 'later', name: nearest.name, missing: money(missing, goods.currency) }
  }

  const claimed = new Set(coupons.map(coupon => coupon.campaignId))
  const open = campaigns.some(
    campaign =>
      campaign.left > 0 && !claimed.has(campaign.id) && checkCouponWindow(fromWireTerms(campaign.terms), at) === null,
  )
  return open ? { kind: 'claim' } : null
}
