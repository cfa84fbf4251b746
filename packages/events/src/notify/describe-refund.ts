import { wireMoneySchema } from '@makegood/core/money/wire-money-schema'
import { readRefundLegs } from '@makegood/db/refund/read-refund-legs'
import type { Describe } from './describe.ts'
import { commonOf, moneyOf } from './order-words.ts'

/**
 * Of the refunds of one leg only a late payment's has a mail of its own: that of a cancellation is told with the cancellation,
 * that of a return and of a part with its end, and an attempt that was undone on the page where the shopper waits for it.
 */
export const describeRefunded: Describe = async ({ webUrl }, { payload }, order) => {
  if (payload.source !== 'late') return null
  const amount = wireMoneySchema.parse(payload.amount)
  const nothing = moneyOf(order, 0n)
  return {
    ...commonOf(webUrl, order),
    cause: 'late',
    toCard: payload.leg === 'card' ? amount : nothing,
    toWallet: payload.leg === 'wallet' ? amount : nothing,
  }
}

/** A part that an operator gave back, both legs in one mail. */
export const describePartRefunded: Describe = async ({ db, webUrl }, { payload }, order) => {
  const { cardMinor, walletMinor } = await readRefundLegs(db, {
    source: 'operator',
    sourceId: String(payload.refundRequestId),
  })
  return {
    ...commonOf(webUrl, order),
    cause: 'part',
    toCard: moneyOf(order, cardMinor),
    toWallet: moneyOf(order, walletMinor),
  }
}
