import { type Money, money } from '../money/money.ts'
import type { CouponTerms } from './coupon-terms.ts'

/** What a coupon takes off these goods: percent rounded down and at most its cap, fixed as said; never more than the goods. */
export const computeDiscount = (terms: Pick<CouponTerms, 'kind' | 'percent' | 'amount'>, goods: Money): Money => {
  if (terms.amount && terms.amount.currency !== goods.currency)
    throw new Error(`a coupon in ${terms.amount.currency} takes nothing off goods in ${goods.currency}`)
  return money(atMost(offer(terms, goods), goods.amountMinor), goods.currency)
}

const offer = (terms: Pick<CouponTerms, 'kind' | 'percent' | 'amount'>, goods: Money): bigint => {
  if (terms.kind === 'FIXED') {
    if (!terms.amount) throw new Error('a fixed coupon has an amount')
    return terms.amount.amountMinor
  }
  if (terms.percent === null) throw new Error('a percent coupon has a percentage')
  const share = (goods.amountMinor * BigInt(terms.percent)) / 100n
  return terms.amount ? atMost(share, terms.amount.amountMinor) : share
}

const atMost = (amount: bigint, most: bigint): bigint => {
  if (amount > most) return most
  return amount
}
