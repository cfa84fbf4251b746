import type { Currency } from '@makegood/core/money/money'
import type { RefundRequest } from '@makegood/core/ports/payment-gateway'
import { finishRefund } from '@makegood/db/refund/finish-refund'
import { getPlannedRefund } from '@makegood/db/refund/get-planned-refund'
import { toFailure } from '../../saga/outside-away.ts'
import type { Participant } from '../../saga/participant.ts'
import { refundSourceOf, type UndoOrderData } from '../refund-source.ts'

type Ready = Omit<RefundRequest, 'key'> & { readonly refundId: string }

/**
 * Gives back the card's part of what was planned, once; an unknown answer is resolved by the same key. A refusal waits for a
 * person, and is asked anew under another key when they try it again.
 */
export const participant: Participant<UndoOrderData> = {
  takesPartIn: { 'cancel-order': 'undo-payment', 'return-order': 'undo-payment', 'refund-order': 'undo-payment' },
  place: 20,
  create: ({ gateway }) => ({
    id: 'refund-card',
    kind: 'forward-only',
    reach: 'outside',
    async prepare(tx, { data }) {
      const refund = await getPlannedRefund(tx, refundSourceOf(data), 'card')
      if (!refund) return { settled: { outcome: 'done', result: { refunded: false } } }
      if (!refund.chargeRef) throw new Error(`refund ${refund.id} is of a payment without a charge`)
      const { orderId, paymentId, chargeRef, amountMinor, currency } = refund
      const amount = { amountMinor, currency: currency as Currency }
      return { ready: { refundId: refund.id, orderId, paymentId, chargeRef, amount } satisfies Ready }
    },
    async call(ready, key) {
      const { refundId, ...request } = ready as Ready
      const answer = await gateway.refund({ ...request, key })
      if (answer.outcome === 'declined')
        return { outcome: 'refused', result: { reason: answer.reason, gatewayCode: answer.gatewayCode } }
      if (answer.outcome !== 'ok') throw toFailure("the gateway's answer to the refund", answer)
      return { outcome: 'done', result: { refunded: true, refundId, refundRef: answer.refundRef } }
    },
    async record(tx, _input, outcome) {
      if (outcome.outcome !== 'done') return
      const { refundId, refundRef } = outcome.result as { readonly refundId: string; readonly refundRef: string }
      await finishRefund(tx, refundId, refundRef)
    },
  }),
}
