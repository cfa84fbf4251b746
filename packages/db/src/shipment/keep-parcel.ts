import type { Tx } from '../client.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { beginPreparing } from './begin-preparing.ts'
import { getDeliveryShipment } from './settle-shipment.ts'

/**
 * An order whose parcel the carrier has in hand already goes on with it: CONFIRMED -> PREPARING, once, in the caller's
 * transaction, with the parcel that is recorded for it. Does nothing where the order is not CONFIRMED.
 */
export const keepParcel = async (tx: Tx, orderId: string): Promise<void> => {
  const { status, version } = await getOrderState(tx, orderId)
  if (status !== 'CONFIRMED') return
  const shipment = await getDeliveryShipment(tx, orderId)
  if (!shipment) throw new Error(`order ${orderId} has no parcel to go on with`)
  await beginPreparing(tx, { orderId, shipmentId: shipment.id, version })
}
