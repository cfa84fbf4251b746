import { type CouponRefusal, checkCoupon } from '../coupon/check-coupon.ts'
import { computeDiscount } from '../coupon/compute-discount.ts'
import type { CouponTerms } from '../coupon/coupon-terms.ts'
import type { DeliveryChoice, DeliveryTerms } from '../delivery/delivery-terms.ts'
import { type DeliveryRefusal, priceDelivery } from '../delivery/price-delivery.ts'
import { allocate } from '../money/allocate.ts'
import { type Currency, type Money, money, multiply, zero } from '../money/money.ts'
import { type PricedLine, totalOf } from './price-lines.ts'

export type OrderPrice = {
  readonly goods: Money
  readonly discount: Money
  readonly delivery: Money
  readonly total: Money
  /** Each line's share of the discount, in the order of the lines: together the discount, none above its line. */
  readonly lineDiscountsMinor: readonly bigint[]
}

/**
 * What an order of these lines costs with this coupon and this delivery: total = goods - discount + delivery. Or why the
 * coupon may not be used or the delivery is not offered. Free delivery is judged by what the goods cost after the discount.
 */
export const priceOrder = (
  lines: readonly PricedLine[],
  coupon: CouponTerms | null,
  delivery: { readonly choice: DeliveryChoice; readonly terms: DeliveryTerms },
  at: Date,
): OrderPrice | { readonly refusal: CouponRefusal | DeliveryRefusal } => {
  const currency: Currency = lines[0]?.unitPrice.currency ?? 'KRW'
  const goods = totalOf(lines, currency)
  const refusal = coupon && checkCoupon(coupon, goods, at)
  if (refusal) return { refusal }
  const discount = coupon ? computeDiscount(coupon, goods) : zero(currency)
  const afterDiscountMinor = goods.amountMinor - discount.amountMinor
  const deliveryMinor = priceDelivery(delivery.choice, afterDiscountMinor, delivery.terms)
  if (typeof deliveryMinor === 'object') return deliveryMinor
  return {
    goods,
    discount,
    delivery: money(deliveryMinor, currency),
    total: money(afterDiscountMinor + deliveryMinor, currency),
    lineDiscountsMinor: allocate(
      discount.amountMinor,
      lines.map(line => multiply(line.unitPrice, line.quantity).amountMinor),
    ),
  }
}
