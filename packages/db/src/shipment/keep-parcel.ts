import type { Tx } from '../client.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { getDeliveryShipment } from './settle-shipment.ts'

/**
 * An order whose parcel the carrier has in hand already goes on with it: CONFIRMED -> PREPARING, once, in the caller's
 * transaction, with the parcel that is recorded for it. Does nothing where the order is not CONFIRMED.
 */
export const keepParcel = async (tx: Tx, orderId: string): Promise<void> => {
  const order = await getOrderState(tx, orderId)
  if (order.status !== 'CONFIRMED') return
  const shipment = await getDeliveryShipment(tx, orderId)
  if (!shipment) throw new Error(`order ${orderId} has no parcel to go on with`)
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'CONFIRMED',
    reason: 'shipment-registered',
    mover: 'system',
    version: order.version,
    details: { shipmentId: shipment.id },
    events: [newEvent('shipping/prepared', { orderId, shipmentId: shipment.id })],
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
}
