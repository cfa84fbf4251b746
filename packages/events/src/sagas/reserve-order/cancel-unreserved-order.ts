import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import type { SagaRefusal } from '../../saga/saga-definition.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReserveOrderData } from './reserve-order.ts'

/**
 * PENDING -> CANCELLED, once: for lack of stock with the short lines in its history, or because the stock could not be put
 * aside at all. An order that has moved on is left alone.
 */
export const cancelUnreservedOrderStep = (refusal: SagaRefusal): SagaStep<ReserveOrderData> => ({
  id: 'cancel-unreserved-order',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data: { orderId } }) {
    const order = await getOrderState(tx, orderId)
    if (order.status !== 'PENDING') return { outcome: 'done', result: { cancelled: false, status: order.status } }
    const shortLines = (refusal.shortLines ?? []) as readonly ShortLine[]
    const reason = refusal.reason === 'stock-insufficient' ? 'stock-insufficient' : 'reservation-failed'
    const moved = await transitionOrder(tx, {
      orderId,
      from: 'PENDING',
      reason,
      mover: 'system',
      version: order.version,
      details: { shortLines },
      events: [
        ...(reason === 'stock-insufficient'
          ? [newEvent('stock/insufficient', { orderId, shortLines: [...shortLines] })]
          : []),
        newEvent('order/cancelled', { orderId, reason }),
      ],
    })
    return { outcome: 'done', result: { cancelled: moved.moved } }
  },
})
