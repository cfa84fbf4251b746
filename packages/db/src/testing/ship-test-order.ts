import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { type Db, inTransaction } from '../client.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { applyCarrierEvent } from '../shipment/apply-carrier-event.ts'
import { recordShipment } from '../shipment/record-shipment.ts'

/** Registers a parcel as the carrier would; answers the carrier's reference. */
export const registerTestParcel = async (
  db: Db,
  orderId: string,
  returnId: string | null = null,
): Promise<{ readonly shipmentId: string; readonly shipmentRef: string }> => {
  const [shipmentId, shipmentRef] = [newId('shipment', new Date()), `car_${randomBytes(6).toString('hex')}`]
  await recordShipment(db, {
    id: shipmentId,
    orderId,
    kind: returnId ? 'PICK_UP' : 'DELIVERY',
    returnId,
    key: shipmentId,
    carrier: '한결택배',
    shipmentRef,
    trackingNo: '6012-3344-5566',
    trackingUrl: `http://carrier.test/track/${shipmentRef}`,
  })
  return { shipmentId, shipmentRef }
}

/** Brings a confirmed order to SHIPPING, or on to DELIVERED, by the shop's own operations. */
export const shipTestOrder = async (db: Db, orderId: string, to: 'handed-over' | 'delivered'): Promise<void> => {
  const { shipmentId, shipmentRef } = await registerTestParcel(db, orderId)
  await inTransaction(db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    const events = [newEvent('shipping/prepared', { orderId, shipmentId })]
    const move = { orderId, from: 'CONFIRMED', reason: 'shipment-registered', mover: 'system' } as const
    await transitionOrder(tx, { ...move, version, events })
  })
  const steps = to === 'delivered' ? (['handed-over', 'delivered'] as const) : (['handed-over'] as const)
  for (const status of steps)
    await inTransaction(db, tx => applyCarrierEvent(tx, { shipmentRef, status }, 7 * 24 * 3600))
}
