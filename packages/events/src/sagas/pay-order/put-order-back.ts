import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { isLatestPayment } from '@makegood/db/payment/is-latest-payment'
import { markPaymentFailed } from '@makegood/db/payment/settle-payment'
import type { Refusal, SagaStep } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/** The words for a shopper where the fault was not the card's. */
const ownFault = 'gateway-trouble'

/**
 * Ends a failed attempt and puts the order back to STOCK_RESERVED, so that the shopper can pay again; fenced to its own
 * attempt: where another payment has the order, only this payment's row is settled.
 */
export const putOrderBackStep = (refusal: Refusal, failedStage: 'processing' | 'payment'): SagaStep<PayOrderData> => ({
  id: 'put-order-back',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data }) {
    const gatewayCode = typeof refusal.gatewayCode === 'string' ? refusal.gatewayCode : null
    const reason = gatewayCode ? refusal.reason : ownFault
    const order = await getOrderState(tx, data.orderId)
    const owned = order.status === 'PAYMENT_PROCESSING' && (await isLatestPayment(tx, data.orderId, data.paymentId))
    await markPaymentFailed(tx, {
      paymentId: data.paymentId,
      status: gatewayCode ? 'DECLINED' : 'FAILED',
      reason: refusal.reason,
      gatewayCode,
    })
    if (!owned) return { outcome: 'done', result: { putBack: false, reason: refusal.reason } }
    const failed = failedStage === 'payment' ? 'order/payment.failed' : 'order/processing.failed'
    const moved = await transitionOrder(tx, {
      orderId: data.orderId,
      from: 'PAYMENT_PROCESSING',
      reason: 'payment-failed',
      mover: 'system',
      version: order.version,
      details: { paymentId: data.paymentId, reason },
      events: [newEvent(failed, { ...data, reason })],
    })
    return { outcome: 'done', result: { putBack: moved.moved, reason: refusal.reason } }
  },
})
