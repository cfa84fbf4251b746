import type { Tx } from '../client.ts'
import { closePassed } from '../incident/close-passed.ts'
import type { OrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'

type Parcel = { readonly orderId: string; readonly shipmentId: string }

/**
 * PREPARING -> SHIPPING with the parcel that the carrier took, in the caller's transaction; answers where the order is then.
 * That it was late is over.
 */
export const dispatchOrder = async (
  tx: Tx,
  { orderId, shipmentId }: Parcel,
  order: OrderState,
  by: { readonly mover: 'carrier' | 'operator'; readonly moverId?: string } = { mover: 'carrier' },
): Promise<OrderState> => {
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'PREPARING',
    reason: 'handed-over',
    ...by,
    version: order.version,
    details: { shipmentId },
    events: [newEvent('shipping/dispatched', { orderId, shipmentId })],
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
  await closePassed(tx, { orderId, kinds: ['shipping-late'] })
  return { status: 'SHIPPING', version: moved.version }
}

/** SHIPPING -> DELIVERED, with the time after which the purchase counts as accepted. An order that was returned stays so. */
export const deliverOrder = async (
  tx: Tx,
  { orderId, shipmentId }: Parcel,
  order: OrderState,
  completionSeconds: number,
): Promise<void> => {
  if (order.status !== 'SHIPPING') return
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'SHIPPING',
    reason: 'delivered',
    mover: 'carrier',
    version: order.version,
    details: { shipmentId },
    events: [newEvent('shipping/delivered', { orderId, shipmentId })],
    limit: { kind: 'completion', seconds: completionSeconds },
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
}
