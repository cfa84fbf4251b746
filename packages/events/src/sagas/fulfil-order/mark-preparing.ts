import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { getDeliveryShipment } from '@makegood/db/shipment/settle-shipment'
import type { SagaStep } from '../../saga/step-types.ts'
import type { FulfilOrderData } from './fulfil-order.ts'

/** The pivot: CONFIRMED -> PREPARING, once, with the parcel that is registered for it. */
export const markPreparingStep: SagaStep<FulfilOrderData> = {
  id: 'mark-preparing',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data: { orderId } }) {
    const order = await getOrderState(tx, orderId)
    const shipment = await getDeliveryShipment(tx, orderId)
    if (order.status !== 'CONFIRMED' || !shipment)
      return { outcome: 'refused', result: { reason: 'order-moved-on', status: order.status } }
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
    return { outcome: 'done', result: { version: moved.version } }
  },
}
