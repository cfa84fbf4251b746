import { wireMoneySchema } from '@makegood/core/money/wire-money-schema'
import type { Describe } from './describe.ts'
import { commonOf, moneyOf } from './order-words.ts'

/**
 * Only a late payment's refund has a mail of its own: that of a cancellation is told with the cancellation, that of a
 * return with its end, and an attempt that was undone on the page where the shopper waits for it.
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
