import type { ShortLine } from '@makegood/core/stock/find-short-lines'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReserveOrderData } from './reserve-order.ts'

/** PENDING -> CANCELLED, once, with the short lines in its history; an order that has moved on is left alone. */
export const cancelUnreservedOrderStep = (
  reason: string,
  shortLines: readonly ShortLine[],
): SagaStep<ReserveOrderData> => ({
  id: 'cancel-unreserved-order',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data }) {
    const order = await getOrderState(tx, data.orderId)
    if (order.status !== 'PENDING') return { outcome: 'done', result: { cancelled: false, status: order.status } }
    const moved = await transitionOrder(tx, {
      orderId: data.orderId,
      from: 'PENDING',
      reason: 'stock-insufficient',
      mover: 'system',
      version: order.version,
      details: { reason, shortLines },
      events: [
        newEvent('stock/insufficient', { ...data, shortLines: [...shortLines] }),
        newEvent('order/cancelled', { ...data, reason }),
      ],
    })
    return { outcome: 'done', result: { cancelled: moved.moved } }
  },
})
