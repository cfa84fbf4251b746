import type { Mover } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { transitionOrder } from './transition-order.ts'

/**
 * PAID -> CONFIRMED, once, in the caller's transaction, with the events that tell the rest of the shop that the order is
 * certain, and the limit for its shipping. False where the order has moved on.
 */
export const confirmOrder = async (
  tx: Tx,
  order: { readonly orderId: string; readonly paymentId: string; readonly version: number },
  by: { readonly mover: Mover; readonly moverId?: string },
  shippingStartSeconds: number,
): Promise<boolean> => {
  const { orderId, paymentId, version } = order
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'PAID',
    reason: 'confirmed',
    ...by,
    version,
    events: [newEvent('order/processed', { orderId, paymentId }), newEvent('order/confirmed', { orderId })],
    limit: { kind: 'shipping-start', seconds: shippingStartSeconds },
  })
  return moved.moved
}
