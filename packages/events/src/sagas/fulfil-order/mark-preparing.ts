import { getOrderState } from '@makegood/db/order/get-order-state'
import { beginPreparing } from '@makegood/db/shipment/begin-preparing'
import { getDeliveryShipment } from '@makegood/db/shipment/settle-shipment'
import type { SagaStep } from '../../saga/step-types.ts'
import type { FulfilOrderData } from './fulfil-order.ts'

/** The pivot: CONFIRMED -> PREPARING, once, with the parcel that is registered for it. */
export const markPreparingStep: SagaStep<FulfilOrderData> = {
  id: 'mark-preparing',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data: { orderId } }) {
    const { status, version } = await getOrderState(tx, orderId)
    const shipment = await getDeliveryShipment(tx, orderId)
    if (status !== 'CONFIRMED' || !shipment) return { outcome: 'refused', result: { reason: 'order-moved-on', status } }
    const preparing = await beginPreparing(tx, { orderId, shipmentId: shipment.id, version })
    return { outcome: 'done', result: { version: preparing } }
  },
}
