import { getOpenCancellation, type OpenCancellation } from '@makegood/db/cancellation/get-open-cancellation'
import { finishCancellation } from '@makegood/db/cancellation/settle-cancellation'
import type { Tx } from '@makegood/db/client'
import { reopenLimit } from '@makegood/db/limit/settle-limit'
import { getOrderState, type OrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { isLatestPayment } from '@makegood/db/payment/is-latest-payment'
import { markPaymentFailed } from '@makegood/db/payment/settle-payment'
import { returnOrderStock } from '@makegood/db/stock/return-sold-stock'
import type { SagaRefusal } from '../../saga/saga-definition.ts'
import type { SagaStep, StepOutcome } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/** The words for a shopper where the fault was not the card's. */
const ownFault = 'gateway-trouble'
const toldAsIs = ['cancel-requested', 'wallet-too-low', 'coupon-not-redeemable', 'approval-expired']

/**
 * Ends a failed attempt, once: the order goes back to STOCK_RESERVED, so that the shopper can pay again while its window is
 * open, or is cancelled and its stock released where that was asked meanwhile. Fenced to its own attempt: where another payment has the order, only
 * this payment's row is settled.
 */
export const putOrderBackStep = (
  refusal: SagaRefusal,
  failedStage: 'processing' | 'payment',
): SagaStep<PayOrderData> => ({
  id: 'put-order-back',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data }) {
    const { orderId, paymentId } = data
    const gatewayCode = typeof refusal.gatewayCode === 'string' ? refusal.gatewayCode : null
    const reason = gatewayCode || toldAsIs.includes(refusal.reason) ? refusal.reason : ownFault
    const order = await getOrderState(tx, orderId)
    const owned = order.status === 'PAYMENT_PROCESSING' && (await isLatestPayment(tx, orderId, paymentId))
    const status = gatewayCode ? 'DECLINED' : 'FAILED'
    await markPaymentFailed(tx, { paymentId, status, reason: refusal.reason, gatewayCode })
    if (!owned) return { outcome: 'done', result: { putBack: false, reason: refusal.reason } }
    const cancellation = await getOpenCancellation(tx, orderId)
    if (cancellation) return await cancelOrder(tx, data, order, cancellation)
    const failed = failedStage === 'payment' ? 'order/payment.failed' : 'order/processing.failed'
    const moved = await transitionOrder(tx, {
      orderId,
      from: 'PAYMENT_PROCESSING',
      reason: 'payment-failed',
      mover: 'system',
      version: order.version,
      details: { paymentId, reason },
      events: [
        newEvent(failed, { orderId, paymentId, reason }),
        newEvent('payment/failed', { orderId, paymentId, reason }),
      ],
    })
    // It may have fallen due while the payment was under way.
    if (moved.moved) await reopenLimit(tx, orderId, 'reservation')
    return { outcome: 'done', result: { putBack: moved.moved, reason: refusal.reason } }
  },
})

const cancelOrder = async (
  tx: Tx,
  { orderId, paymentId }: PayOrderData,
  order: OrderState,
  { id, reason, mover, moverId }: OpenCancellation,
): Promise<StepOutcome> => {
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'PAYMENT_PROCESSING',
    reason,
    mover,
    ...(moverId ? { moverId } : {}),
    version: order.version,
    details: { paymentId, cancellationId: id },
    events: [
      newEvent('payment/failed', { orderId, paymentId, reason }),
      newEvent('order/cancelled', { orderId, reason }),
    ],
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
  await returnOrderStock(tx, orderId)
  await finishCancellation(tx, id)
  return { outcome: 'done', result: { putBack: false, cancelled: true, reason } }
}
