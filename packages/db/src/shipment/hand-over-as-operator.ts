import { DomainError } from '@makegood/core/errors'
import { asOperator } from '../audit/as-operator.ts'
import { getOpenCancellation } from '../cancellation/get-open-cancellation.ts'
import type { Db } from '../client.ts'
import { assertNotPaused } from '../order/assert-not-paused.ts'
import { assertSeen, type SeenOrder } from '../order/assert-seen.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { dispatchOrder } from './move-order-with-parcel.ts'
import { getDeliveryShipment, moveShipment } from './settle-shipment.ts'

type HandOver = SeenOrder & { readonly operatorId: string; readonly reason: string }

/**
 * An operator says that the carrier has taken the parcel, where the carrier itself does not: PREPARING -> SHIPPING, once, with
 * its audit entry. Refused where the order has left the state that the operator saw, is paused, or somebody wants it cancelled. What the carrier tells later of the same is known by then.
 */
export const handOverAsOperator = async (db: Db, request: HandOver): Promise<void> => {
  const { orderId, operatorId, reason } = request
  await asOperator(db, { operatorId, action: 'order.hand-over', subject: orderId, reason }, async tx => {
    await assertSeen(tx, request)
    if (await getOpenCancellation(tx, orderId))
      throw new DomainError('cancel-in-progress', 'this order is being cancelled')
    const order = await getOrderState(tx, orderId)
    const parcel = await getDeliveryShipment(tx, orderId)
    if (order.status !== 'PREPARING' || parcel?.status !== 'REGISTERED')
      throw new DomainError('hand-over-not-possible', `an order that is ${order.status} is not handed over`, {
        status: order.status,
      })
    await assertNotPaused(tx, orderId)
    if (!(await moveShipment(tx, parcel.id, 'REGISTERED', 'HANDED_OVER')))
      throw new DomainError('conflict', 'the parcel moved on')
    await dispatchOrder(tx, { orderId, shipmentId: parcel.id }, order, { mover: 'operator', moverId: operatorId })
    return { orderId }
  })
}
