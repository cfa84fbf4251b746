import { type CouponRefusal, checkCoupon } from '../coupon/check-coupon.ts'
import { computeDiscount } from '../coupon/compute-discount.ts'
import type { CouponTerms } from '../coupon/coupon-terms.ts'
import { allocate } from '../money/allocate.ts'
import { type Currency, type Money, money, multiply, zero } from '../money/money.ts'
import { type PricedLine, totalOf } from './price-lines.ts'

export type OrderPrice = {
  readonly goods: Money
  readonly discount: Money
  readonly total: Money
  /** Each line's share of the discount, in the order of the lines: together the discount, none above its line. */
  readonly lineDiscountsMinor: readonly bigint[]
}

/** What an order of these lines costs with this coupon, or why the coupon may not be used: total = goods - discount. */
export const priceOrder = (
  lines: readonly PricedLine[],
  coupon: CouponTerms | null,
  at: Date,
): OrderPrice | { readonly refusal: CouponRefusal } => {
  const currency: Currency = lines[0]?.unitPrice.currency ?? 'KRW'
  const goods = totalOf(lines, currency)
  const refusal = coupon && checkCoupon(coupon, goods, at)
  if (refusal) return { refusal }
  const discount = coupon ? computeDiscount(coupon, goods) : zero(currency)
  return {
    goods,
    discount,
    total: money(goods.amountMinor - discount.amountMinor, currency),
    lineDiscountsMinor: allocate(
      discount.amountMinor,
      lines.map(line => multiply(line.unitPrice, line.quantity).amountMinor),
    ),
  }
}
