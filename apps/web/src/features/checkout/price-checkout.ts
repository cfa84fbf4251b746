import type { CartView } from '@makegood/core/cart/views'
import { fromWireTerms } from '@makegood/core/coupon/coupon-terms'
import { type RankedCoupon, rankCoupons } from '@makegood/core/coupon/rank-coupons'
import type { OwnCouponView } from '@makegood/core/coupon/views'
import { type DeliveryMethod, type DeliveryTerms, deliveryMethods } from '@makegood/core/delivery/delivery-terms'
import { type DeliveryOffer, offerDeliveries } from '@makegood/core/delivery/offer-deliveries'
import { zero } from '@makegood/core/money/money'
import { type OrderPrice, priceOrder } from '@makegood/core/pricing/price-order'
import { pricedLines } from '../cart/cart-changes'
import { bestCoupon, type CheckoutValues, countryOf, noCoupon } from './checkout-fields'

export type Choices = Pick<CheckoutValues, 'country' | 'deliveryMethod' | 'coupon'>

export type CheckoutPrice = OrderPrice & {
  readonly method: DeliveryMethod
  readonly offers: readonly DeliveryOffer[]
  readonly coupons: readonly RankedCoupon[]
  /** The coupon that the order is placed with; null for none. */
  readonly coupon: (RankedCoupon & { readonly usable: true }) | null
}

type Facts = {
  readonly cart: CartView
  readonly coupons: readonly OwnCouponView[]
  readonly terms: DeliveryTerms
  /** The id under which the order is being placed, if it was tried before. */
  readonly orderId: string | null
  readonly at: Date
}

/**
 * What the order comes to by the shop's own rules, as the shopper has chosen: a delivery that is not offered in the country
 * gives way to the standard one, and a coupon that cannot be used to the best one that saves something.
 */
export const priceCheckout = (choices: Choices, { cart, coupons, terms, orderId, at }: Facts): CheckoutPrice => {
  const country = countryOf(choices.country)
  const lines = pricedLines(cart)
  const wanted = deliveryMethods.find(method => method === choices.deliveryMethod) ?? 'standard'
  const offered = offerDeliveries(country, 0n, terms, at).some(offer => offer.method === wanted)
  const method = offered ? wanted : 'standard'
  const delivery = { choice: { method, country }, terms }
  const claimed = coupons.map(coupon => ({ ...coupon, terms: fromWireTerms(coupon.terms) }))
  const ranked = rankCoupons(claimed, { lines, delivery, orderId }, at)
  const coupon = chooseCoupon(ranked, choices.coupon)
  const price = priceOrder(lines, coupon?.terms ?? null, delivery, at)
  if ('refusal' in price) throw new Error('a delivery that is offered and a coupon that may be used have a price')
  const afterDiscountMinor = price.goods.amountMinor - price.discount.amountMinor
  // Where nothing can be bought nothing is delivered either.
  const nothing = zero(price.total.currency)
  return {
    ...price,
    ...(lines.length === 0 ? { delivery: nothing, total: nothing } : {}),
    method,
    offers: offerDeliveries(country, afterDiscountMinor, terms, at),
    coupons: ranked,
    coupon,
  }
}

const chooseCoupon = (ranked: readonly RankedCoupon[], choice: string): CheckoutPrice['coupon'] => {
  if (choice === noCoupon) return null
  const usable = ranked.filter(coupon => coupon.usable)
  const chosen = choice === bestCoupon ? undefined : usable.find(coupon => coupon.claimId === choice)
  const best = usable[0]
  return chosen ?? (best && best.savingMinor > 0n ? best : null)
}
