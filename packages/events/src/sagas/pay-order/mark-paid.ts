import type { Policy } from '@makegood/core/policy'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { markPaymentSucceeded } from '@makegood/db/payment/settle-payment'
import type { SagaStep } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/** The pivot: the payment has succeeded and PAYMENT_PROCESSING -> PAID, once, and only by the payment that took the money. */
export const markPaidStep = (policy: Policy): SagaStep<PayOrderData> => ({
  id: 'mark-paid',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data: { orderId, paymentId } }) {
    const payment = await markPaymentSucceeded(tx, orderId, paymentId)
    if (!payment) return { outcome: 'refused', result: { reason: 'order-moved-on' } }
    const moved = await transitionOrder(tx, {
      orderId,
      from: 'PAYMENT_PROCESSING',
      reason: 'paid',
      mover: 'system',
      version: payment.orderVersion,
      details: { paymentId },
      events: [
        newEvent('order/payment', { orderId, paymentId }),
        newEvent('payment/completed', { orderId, paymentId }),
      ],
      limit: { kind: 'confirmation', seconds: policy.confirmationSeconds },
    })
    if (!moved.moved) return { outcome: 'refused', result: { reason: 'order-moved-on' } }
    const held = policy.holdFromMinor > 0n && payment.amountMinor >= policy.holdFromMinor
    return { outcome: 'done', result: { version: moved.version, held } }
  },
})
