import type { ShipmentStatus as CarrierStatus } from '@makegood/core/ports/carrier'
import type { Tx } from '../client.ts'
import { closePassed } from '../incident/close-passed.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { markReturnPickedUp } from '../return/move-return.ts'
import { openIncident } from '../saga/open-incident.ts'
import { deliverOrder, dispatchOrder } from './move-order-with-parcel.ts'
import { isFurther, shipmentStatusOf } from './parcel-places.ts'
import { lockShipment, moveShipment, type ShipmentRow, type ShipmentStatus } from './settle-shipment.ts'

export type AppliedEvent = { readonly shipmentRef: string; readonly status: CarrierStatus }

/**
 * Moves a parcel and its order to what the carrier tells, once and only forward, in the caller's transaction: events may
 * repeat and overtake each other. Throws where the shop does not know the parcel yet, so that it is tried again; one that was
 * taken back before the shop ever knew of it needs nothing. Answers what it did, for the log.
 */
export const applyCarrierEvent = async (tx: Tx, event: AppliedEvent, completionSeconds: number): Promise<string> => {
  const orderId = await findOrderOfParcel(tx, event.shipmentRef)
  if (orderId === null && event.status === 'cancelled') return 'cancelled before it was known: nothing to do'
  if (orderId === null) throw new Error(`no parcel ${event.shipmentRef}`)
  // The order first, as everyone who moves it does, so that no two wait for each other in a circle.
  const order = await getOrderState(tx, orderId)
  const parcel = await lockShipment(tx, event.shipmentRef)
  if (!parcel) throw new Error(`no parcel ${event.shipmentRef}`)
  const to = shipmentStatusOf[event.status]
  if (!isFurther(to, parcel.status)) return `${to} after ${parcel.status}: nothing to do`
  // A parcel is recorded before its order is PREPARING: the order's saga is about to get there.
  if (parcel.kind === 'DELIVERY' && order.status === 'CONFIRMED') throw new Error('the order is not in preparation yet')
  if (!(await moveShipment(tx, parcel.id, parcel.status, to))) throw new Error('the parcel moved while it was locked')
  if (parcel.kind === 'PICK_UP') {
    if (parcel.returnId) await markReturnPickedUp(tx, parcel.returnId)
    await alertOfTrouble(tx, parcel, to)
    if (to === 'DELIVERED') await endTrouble(tx, parcel)
    return `pick-up ${to}`
  }
  await moveOrder(tx, parcel, to, order, completionSeconds)
  return `parcel ${to}`
}

const findOrderOfParcel = async (tx: Tx, shipmentRef: string): Promise<string | null> => {
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    select order_id as "orderId" from shipment where shipment_ref = ${shipmentRef}`
  return rows[0]?.orderId ?? null
}

const moveOrder = async (
  tx: Tx,
  parcel: ShipmentRow,
  to: ShipmentStatus,
  order: Awaited<ReturnType<typeof getOrderState>>,
  completionSeconds: number,
): Promise<void> => {
  const { orderId, id: shipmentId } = parcel
  if (order.status === 'CANCELLED') {
    await alert(tx, parcel, 'parcel-lost', `the parcel of a cancelled order is ${to}`)
    return
  }
  const dispatched = order.status === 'PREPARING' ? await dispatchOrder(tx, { orderId, shipmentId }, order) : order
  if (to === 'DELIVERED' && parcel.status === 'LOST' && dispatched.status !== 'SHIPPING') {
    await alert(
      tx,
      parcel,
      'parcel-lost',
      `the parcel was delivered after all, when its order was ${order.status} already`,
    )
    return
  }
  if (to === 'DELIVERED') {
    await deliverOrder(tx, { orderId, shipmentId }, dispatched, completionSeconds)
    await endTrouble(tx, parcel)
  }
  await alertOfTrouble(tx, parcel, to)
}

/** A parcel that arrived is neither lost nor refused any more. */
const endTrouble = (tx: Tx, { orderId, id: parcelId }: ShipmentRow): Promise<void> =>
  closePassed(tx, { orderId, parcelId, kinds: ['parcel-lost', 'parcel-refused'] })

const troubles = {
  LOST: { kind: 'parcel-lost', event: 'shipping/lost', detail: 'the carrier has lost the parcel' },
  REFUSED: { kind: 'parcel-refused', event: 'shipping/refused', detail: 'the recipient did not take the parcel' },
} as const

const alertOfTrouble = async (tx: Tx, parcel: ShipmentRow, to: ShipmentStatus): Promise<void> => {
  if (to !== 'LOST' && to !== 'REFUSED') return
  const { kind, event, detail } = troubles[to]
  await alert(tx, parcel, kind, detail)
  const { orderId, id: shipmentId } = parcel
  await appendEvents(tx, await getCorrelation(tx, orderId), [newEvent(event, { orderId, shipmentId })])
}

const getCorrelation = async (tx: Tx, orderId: string): Promise<string> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`select correlation_id as id from "order" where id = ${orderId}`
  return rows[0]?.id ?? ''
}

const alert = (tx: Tx, parcel: ShipmentRow, kind: 'parcel-lost' | 'parcel-refused', detail: string): Promise<void> =>
  openIncident(tx, {
    orderId: parcel.orderId,
    sagaId: parcel.returnId ? `return-order:${parcel.returnId}` : `fulfil-order:${parcel.orderId}`,
    stepId: parcel.id,
    kind,
    detail,
  })
