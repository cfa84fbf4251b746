import { readCancellationFacts } from '@makegood/db/notification/read-cancellation-facts'
import { readOrderFacts } from '@makegood/db/notification/read-order-facts'
import type { Describe } from './describe.ts'
import { addressOf, commonOf, moneyOf, nameOfVariant, soldLinesOf } from './order-words.ts'

export const describeConfirmed: Describe = async ({ webUrl }, _event, order) => ({
  ...commonOf(webUrl, order),
  lines: soldLinesOf(order),
  goods: moneyOf(order, order.goodsMinor),
  discount: moneyOf(order, order.discountMinor),
  delivery: moneyOf(order, order.deliveryMinor),
  total: moneyOf(order, order.totalMinor),
  byCard: moneyOf(order, order.cardMinor),
  byWallet: moneyOf(order, order.walletMinor),
  recipient: order.recipient,
  address: addressOf(order),
})

/** One mail tells of the cancellation and of the money that goes back with it; the refund itself is then not told again. */
export const describeCancelled: Describe = async ({ db, webUrl }, { payload }, order) => {
  const { note, feeMinor, toCardMinor, toWalletMinor, shortLines } = await readCancellationFacts(db, order.orderId)
  return {
    ...commonOf(webUrl, order),
    reason: payload.reason,
    note,
    shortLines: shortLines.map(({ variantId, wanted, available }) => ({
      name: nameOfVariant(order, variantId),
      wanted,
      available,
    })),
    fee: moneyOf(order, feeMinor),
    toCard: moneyOf(order, toCardMinor),
    toWallet: moneyOf(order, toWalletMinor),
  }
}

/** A fresh link for a guest; whoever can sign in is led to the sign-in by the page itself. */
export const describeLink: Describe = async ({ webUrl }, _event, order) => commonOf(webUrl, order)

/** Told where a new order took the place of one that was given up; an order that goes on by itself is just confirmed. */
export const describeTakenUp: Describe = async ({ db, webUrl }, { payload }, order) => {
  const before = String(payload.takenUpFrom)
  if (before === order.orderId) return null
  const givenUp = (await readOrderFacts(db, [before])).get(before)
  if (!givenUp) throw new Error(`no order ${before}`)
  return {
    ...commonOf(webUrl, order),
    takenUpFrom: givenUp.number.toString(),
    total: moneyOf(order, order.totalMinor),
  }
}
