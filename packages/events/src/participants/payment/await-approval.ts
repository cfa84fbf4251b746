import { inTransaction } from '@makegood/db/client'
import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { markPaymentCharged } from '@makegood/db/payment/settle-payment'
import type { Participant } from '../../saga/participant.ts'
import { callKey } from '../../saga/run-step.ts'
import type { StepOutcome, StepResults, StillWaiting } from '../../saga/step-types.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/** Longer than any payment may take: the payment's own limit ends the wait. */
const waitSeconds = 24 * 60 * 60

/**
 * Waits until the shopper has approved or refused the charge at the gateway, which alone is believed. While the gateway
 * cannot say it waits on, until the payment's own limit.
 */
export const participant: Participant<PayOrderData> = {
  takesPartIn: { 'pay-order': 'payment' },
  place: 30,
  create: ({ db, gateway }) => ({
    id: 'await-approval',
    kind: 'forward-only',
    reach: 'wait',
    skip: (data, results) => !data.card || !charged(results)?.actionUrl,
    wakeOn: 'payment/changed',
    match: 'paymentId',
    waitSeconds,
    async look({ saga, data, results }, expired): Promise<StepOutcome | StillWaiting> {
      const payment = await inTransaction(db, tx => getOpenPayment(tx, data.orderId, data.paymentId))
      if (!payment) return { outcome: 'refused', result: { reason: 'payment-not-open' } }
      const found = await gateway.findByKey(callKey(saga.id, 'charge-card'), charged(results)?.chargeRef)
      if (found.outcome !== 'ok') return { outcome: 'waiting', because: `the gateway cannot say: ${found.detail}` }
      if (!found.found) throw new Error('the gateway does not know the charge it asked to approve')
      if (found.status === 'failed')
        return { outcome: 'refused', result: { reason: found.reason, gatewayCode: found.gatewayCode } }
      if (found.status !== 'succeeded')
        return expired ? { outcome: 'refused', result: { reason: 'approval-expired' } } : { outcome: 'waiting' }
      if (found.amount.amountMinor !== payment.cardMinor || found.amount.currency !== payment.currency)
        return { outcome: 'refused', result: { reason: 'amount-differs' } }
      return { outcome: 'done', result: { chargeRef: found.chargeRef } }
    },
    async record(tx, { data }, outcome) {
      if (outcome.outcome !== 'done') return
      await markPaymentCharged(tx, data.paymentId, (outcome.result as { chargeRef: string }).chargeRef)
    },
  }),
}

const charged = (results: StepResults) =>
  results['charge-card'] as { readonly chargeRef: string; readonly actionUrl: string | null } | undefined
