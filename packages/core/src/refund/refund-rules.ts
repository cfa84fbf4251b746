import { shopsFaultReasons } from '../return/return-reasons.ts'

/** What one unit more or less of a line is worth: its price less its share of the discount. */
export type RefundableLine = {
  readonly unitPriceMinor: bigint
  readonly quantity: number
  readonly discountMinor: bigint
}

/**
 * What `quantity` units of a line are worth after `returnedBefore` units went back. Whatever the steps in which a line is
 * returned, the parts add up to exactly what was paid for it.
 */
export const refundOfLine = (line: RefundableLine, returnedBefore: number, quantity: number): bigint => {
  const paid = line.unitPriceMinor * BigInt(line.quantity) - line.discountMinor
  const upTo = (units: number) => (paid * BigInt(units)) / BigInt(line.quantity)
  return upTo(returnedBefore + quantity) - upTo(returnedBefore)
}

/**
 * What of the delivery's price goes back with a return: all of it with the return after which nothing of the order stays
 * with the shopper, where every return of the order was for a reason of the shop's fault; otherwise nothing. So it goes back
 * once at most, and an order that was wrong altogether costs nothing, in however many steps it went back.
 */
export const refundOfDelivery = (
  deliveryMinor: bigint,
  { whole, reasons }: { readonly whole: boolean; readonly reasons: readonly string[] },
): bigint => (whole && reasons.every(reason => shopsFaultReasons.includes(reason)) ? deliveryMinor : 0n)

/** The part that the shop keeps, in whole minor units, rounded down in the shopper's favour. */
export const feeOf = (totalMinor: bigint, percent: number): bigint => (totalMinor * BigInt(percent)) / 100n

export type RefundLegs = { readonly cardMinor: bigint; readonly walletMinor: bigint }

/** Money goes back the way it came, to the card first; throws where more would go back than is left of both. */
export const splitRefund = (amountMinor: bigint, left: RefundLegs): RefundLegs => {
  const cardMinor = amountMinor < left.cardMinor ? amountMinor : left.cardMinor
  const walletMinor = amountMinor - cardMinor
  if (walletMinor > left.walletMinor) throw new Error(`a refund of ${amountMinor} is more than is left of the payment`)
  return { cardMinor, walletMinor }
}
