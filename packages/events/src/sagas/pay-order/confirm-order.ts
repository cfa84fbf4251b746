import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import type { SagaStep } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/** PAID -> CONFIRMED, once, with the events that tell the rest of the shop that the order is certain. */
export const confirmOrderStep: SagaStep<PayOrderData> = {
  id: 'confirm-order',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data }) {
    const order = await getOrderState(tx, data.orderId)
    const moved = await transitionOrder(tx, {
      orderId: data.orderId,
      from: 'PAID',
      reason: 'confirmed',
      mover: 'system',
      version: order.version,
      events: [newEvent('order/processed', data), newEvent('order/confirmed', { orderId: data.orderId })],
    })
    if (!moved.moved) return { outcome: 'refused', result: { reason: 'order-moved-on', status: order.status } }
    return { outcome: 'done', result: { version: moved.version } }
  },
}
