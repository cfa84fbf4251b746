import { decideCancellation } from '@makegood/core/order/decide-cancellation'
import type { Policy } from '@makegood/core/policy'
import { getCancellation } from '@makegood/db/cancellation/get-cancellation'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { lockPaidPayment, planRefund } from '@makegood/db/refund/plan-refund'
import type { SagaStep } from '../../saga/step-types.ts'
import type { CancelOrderData } from './cancel-order-data.ts'

/**
 * The pivot: the order is CANCELLED, once, with the refund that is owed written down: what was paid less the fee that was
 * fixed with the request. Refused where the order has moved on since it was asked.
 */
export const markCancelledStep = (policy: Policy): SagaStep<CancelOrderData> => ({
  id: 'mark-cancelled',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data: { orderId, cancellationId } }) {
    const cancellation = await getCancellation(tx, orderId, cancellationId)
    const { orderStatus, orderVersion, mover, moverId, reason, feeMinor } = cancellation
    const by = mover === 'carrier' ? 'system' : mover
    const decision = decideCancellation(orderStatus, by, policy)
    if (cancellation.status !== 'REQUESTED' || orderStatus !== cancellation.fromStatus || !decision.allowed)
      return { outcome: 'refused', result: { reason: 'order-moved-on', status: orderStatus } }
    const payment = await lockPaidPayment(tx, orderId)
    if (payment)
      await planRefund(tx, orderId, { source: 'cancellation', sourceId: cancellationId }, payment.taken - feeMinor)
    const moved = await transitionOrder(tx, {
      orderId,
      from: orderStatus,
      reason,
      mover,
      ...(moverId ? { moverId } : {}),
      version: orderVersion,
      details: { cancellationId, feeMinor: feeMinor.toString() },
      events: [newEvent('order/cancelled', { orderId, reason })],
    })
    if (!moved.moved) throw new Error('the order moved while its row was locked')
    return { outcome: 'done', result: { version: moved.version, feeMinor: feeMinor.toString() } }
  },
})
