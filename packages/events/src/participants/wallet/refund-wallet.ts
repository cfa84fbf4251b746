import { finishRefund } from '@makegood/db/refund/finish-refund'
import { getPlannedRefund } from '@makegood/db/refund/get-planned-refund'
import { creditRefund } from '@makegood/db/wallet/credit-refund'
import type { Participant } from '../../saga/participant.ts'
import { refundSourceOf, type UndoOrderData } from '../refund-source.ts'

/** Puts the wallet's part of what was planned back into the wallet, once. */
export const participant: Participant<UndoOrderData> = {
  takesPartIn: { 'cancel-order': 'undo-payment', 'return-order': 'undo-payment', 'refund-order': 'undo-payment' },
  place: 10,
  create: () => ({
    id: 'refund-wallet',
    kind: 'forward-only',
    reach: 'local',
    async run(tx, { data }) {
      const refund = await getPlannedRefund(tx, refundSourceOf(data), 'wallet')
      if (!refund) return { outcome: 'done', result: { refunded: false } }
      const { id: refundId, userId, orderId, amountMinor, currency } = refund
      if (userId === null) throw new Error(`refund ${refundId} is of a wallet that nobody has`)
      await creditRefund(tx, { refundId, userId, orderId, amountMinor, currency })
      await finishRefund(tx, refundId, null)
      return { outcome: 'done', result: { refunded: true, refundId } }
    },
  }),
}
