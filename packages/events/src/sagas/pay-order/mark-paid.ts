import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { getPaidPayment } from '@makegood/db/payment/get-paid-payment'
import type { SagaStep } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/** The pivot: PAYMENT_PROCESSING -> PAID, once, and only by the payment that took the money. */
export const markPaidStep: SagaStep<PayOrderData> = {
  id: 'mark-paid',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data }) {
    const payment = await getPaidPayment(tx, data.orderId, data.paymentId)
    if (!payment) return { outcome: 'refused', result: { reason: 'order-moved-on' } }
    const moved = await transitionOrder(tx, {
      orderId: data.orderId,
      from: 'PAYMENT_PROCESSING',
      reason: 'paid',
      mover: 'system',
      version: payment.orderVersion,
      details: { paymentId: data.paymentId },
      events: [newEvent('order/payment', data)],
    })
    if (!moved.moved) return { outcome: 'refused', result: { reason: 'order-moved-on' } }
    return { outcome: 'done', result: { version: moved.version } }
  },
}
