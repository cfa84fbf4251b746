import type { CouponRefusal } from '@makegood/core/coupon/check-coupon'
import type { DeliveryChoice, DeliveryTerms } from '@makegood/core/delivery/delivery-terms'
import type { DeliveryRefusal } from '@makegood/core/delivery/price-delivery'
import { DomainError } from '@makegood/core/errors'
import { money } from '@makegood/core/money/money'
import { type OrderPrice, priceOrder } from '@makegood/core/pricing/price-order'
import { toCurrency } from '../catalogue/to-currency.ts'
import type { FoundCoupon } from '../coupon/find-own-coupon.ts'
import type { CartRow } from './read-cart-to-place.ts'

/** The most that one card payment can take, by the gateway's own limit of eight digits. */
const totalMinorMax = 99_999_999n

/**
 * What a cart costs with a coupon and its delivery, or why it cannot be ordered: empty, no longer sold, not delivered there,
 * too much, or not the total shown.
 */
export const priceCart = (
  lines: readonly CartRow[],
  coupon: FoundCoupon | null,
  delivery: { readonly choice: DeliveryChoice; readonly terms: DeliveryTerms },
  expectedTotalMinor: string,
): OrderPrice | DomainError => {
  if (lines.length === 0) return new DomainError('cart-empty', 'the cart has no lines')
  const gone = lines.filter(line => !line.buyable).map(line => line.variantId)
  if (gone.length > 0)
    return new DomainError('variant-unavailable', 'a variant is no longer sold', { variantIds: gone })
  const price = priceOrder(lines.map(toPriced), coupon?.terms ?? null, delivery, coupon?.readAt ?? new Date())
  if ('refusal' in price) return refuse(price.refusal)
  const { amountMinor } = price.total
  if (amountMinor > totalMinorMax)
    return new DomainError('total-too-large', 'no single payment can take this total', {
      totalMinorMax: totalMinorMax.toString(),
    })
  if (amountMinor !== BigInt(expectedTotalMinor))
    return new DomainError('total-changed', 'the total is not the one shown', { totalMinor: amountMinor.toString() })
  return price
}

const toPriced = (line: CartRow) => ({
  unitPrice: money(line.priceMinor, toCurrency(line.currency)),
  quantity: line.quantity,
})

const refuse = (refusal: CouponRefusal | DeliveryRefusal): DomainError =>
  refusal.code === 'delivery-not-offered'
    ? new DomainError('delivery-not-offered', 'this delivery is not offered there', { country: refusal.country })
    : refuseCoupon(refusal)

const refuseCoupon = (refusal: CouponRefusal): DomainError =>
  refusal.code === 'coupon-minimum'
    ? new DomainError('coupon-minimum', 'the goods are below the minimum of the coupon', {
        minimumMinor: refusal.minimum.amountMinor.toString(),
      })
    : new DomainError('coupon-not-valid', `the coupon is ${refusal.reason}`, { reason: refusal.reason })
