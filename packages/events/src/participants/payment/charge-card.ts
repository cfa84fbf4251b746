import type { Currency } from '@makegood/core/money/money'
import type { ChargeRequest, FindAnswer, PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { getOpenPayment } from '@makegood/db/payment/get-open-payment'
import { markPaymentRefunded, markPaymentSucceeded } from '@makegood/db/payment/settle-payment'
import type { Participant } from '../../saga/step-types.ts'
import type { PayOrderData } from '../../sagas/pay-order/pay-order-data.ts'

/**
 * Charges the shopper's card once for this payment attempt. An unknown outcome is never taken for a no: the step is tried
 * again with the same key until the gateway answers. The undo asks what became of the key and refunds exactly that charge.
 */
export const chargeCardParticipant = (gateway: PaymentGateway): Participant<PayOrderData> => ({
  id: 'charge-card',
  stage: 'payment',
  kind: 'undoable',
  reach: 'outside',
  async prepare(tx, { data }) {
    const payment = await getOpenPayment(tx, data.orderId, data.paymentId)
    if (!payment) return { refused: { reason: 'payment-not-open' } }
    const { orderId, paymentId, paymentMethod } = payment
    const amount = { amountMinor: payment.amountMinor, currency: payment.currency as Currency }
    return { ready: { orderId, paymentId, paymentMethod, amount } satisfies Omit<ChargeRequest, 'key'> }
  },
  async call(ready, key) {
    const answer = await gateway.charge({ ...(ready as Omit<ChargeRequest, 'key'>), key })
    switch (answer.outcome) {
      case 'ok':
        return { outcome: 'done', result: { chargeRef: answer.chargeRef } }
      case 'declined':
        return { outcome: 'refused', result: { reason: answer.reason, gatewayCode: answer.gatewayCode } }
      case 'actionRequired':
        return { outcome: 'refused', result: { reason: 'authentication-required', gatewayCode: 'action_required' } }
      case 'retryable':
      case 'unknown':
        throw new Error(`the gateway's answer to the charge is ${answer.outcome}: ${answer.detail}`)
    }
  },
  async record(tx, { data }, outcome) {
    if (outcome.outcome !== 'done') return
    const { chargeRef } = outcome.result as { chargeRef: string }
    await markPaymentSucceeded(tx, data.paymentId, chargeRef)
  },
  async undo({ data }, key) {
    const charge = await findCharge(gateway, key)
    if (!charge) return async () => undefined
    const refund = await gateway.refund({ key: `${key}:undo`, chargeRef: charge.chargeRef, amount: charge.amount })
    if (refund.outcome !== 'ok' && !(refund.outcome === 'declined' && refund.reason === 'already-refunded'))
      throw new Error(`the gateway's answer to the refund is ${refund.outcome}`)
    const refundRef = refund.outcome === 'ok' ? refund.refundRef : `earlier refund of ${charge.chargeRef}`
    return tx => markPaymentRefunded(tx, { paymentId: data.paymentId, chargeRef: charge.chargeRef, refundRef })
  },
})

type FoundCharge = Extract<FindAnswer, { outcome: 'ok'; found: true }>

/** The charge that this key made, if it took money; throws while the gateway cannot say. */
const findCharge = async (gateway: PaymentGateway, key: string): Promise<FoundCharge | null> => {
  const answer = await gateway.findByKey(key)
  if (answer.outcome !== 'ok') throw new Error(`the gateway cannot say what became of the charge: ${answer.detail}`)
  if (!answer.found || answer.status === 'failed') return null
  if (answer.status !== 'succeeded') throw new Error(`the charge is still ${answer.status} at the gateway`)
  return answer
}
