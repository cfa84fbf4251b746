import type { Tx } from '../client.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'

export type ConfirmedOrder = { readonly orderId: string; readonly shipmentId: string; readonly version: number }

/** CONFIRMED -> PREPARING with the parcel that is registered for it; the caller has the order's row locked. Answers its new version. */
export const beginPreparing = async (tx: Tx, { orderId, shipmentId, version }: ConfirmedOrder): Promise<number> => {
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'CONFIRMED',
    reason: 'shipment-registered',
    mover: 'system',
    version,
    details: { shipmentId },
    events: [newEvent('shipping/prepared', { orderId, shipmentId })],
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
  return moved.version
}
