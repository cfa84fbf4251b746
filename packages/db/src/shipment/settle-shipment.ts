import type { Tx } from '../client.ts'

/** Records that the parcel of this key was cancelled at the carrier; a parcel that was never recorded needs nothing. */
export const markShipmentCancelled = async (tx: Tx, key: string): Promise<void> => {
  await tx.$executeRaw`
    update shipment set status = 'CANCELLED', ended_at = now() where key = ${key} and status = 'REGISTERED'`
}

/** Records that the order's own parcel was cancelled at the carrier before it was handed over. */
export const markDeliveryCancelled = async (tx: Tx, orderId: string): Promise<void> => {
  await tx.$executeRaw`
    update shipment set status = 'CANCELLED', ended_at = now()
    where order_id = ${orderId} and kind = 'DELIVERY' and status = 'REGISTERED'`
}

export type ShipmentRow = {
  readonly id: string
  readonly orderId: string
  readonly kind: 'DELIVERY' | 'PICK_UP'
  readonly returnId: string | null
  readonly status: ShipmentStatus
  readonly shipmentRef: string
}

export type ShipmentStatus =
  | 'REGISTERED'
  | 'HANDED_OVER'
  | 'IN_TRANSIT'
  | 'DELIVERED'
  | 'LOST'
  | 'REFUSED'
  | 'RETURNED'
  | 'CANCELLED'

/** The order's own parcel that is on its way or has arrived; null where none is registered. */
export const getDeliveryShipment = async (tx: Tx, orderId: string): Promise<ShipmentRow | null> => {
  const rows = await tx.$queryRaw<ShipmentRow[]>`
    select id, order_id as "orderId", kind, return_id as "returnId", status, shipment_ref as "shipmentRef"
    from shipment where order_id = ${orderId} and kind = 'DELIVERY' and status <> 'CANCELLED'`
  return rows[0] ?? null
}

/** True where the parcel of this key is an order's on its way or arrived, so that nobody may take it back. */
export const isParcelKept = async (db: Tx, key: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from shipment s join "order" o on o.id = s.order_id
    where s.key = ${key} and s.status <> 'CANCELLED' and o.status not in ('CONFIRMED', 'CANCELLED')`
  return rows.length > 0
}

/** The parcel with the carrier's reference, locked until the caller's transaction ends; null where the shop has none. */
export const lockShipment = async (tx: Tx, shipmentRef: string): Promise<ShipmentRow | null> => {
  const rows = await tx.$queryRaw<ShipmentRow[]>`
    select id, order_id as "orderId", kind, return_id as "returnId", status, shipment_ref as "shipmentRef"
    from shipment where shipment_ref = ${shipmentRef} for update`
  return rows[0] ?? null
}

/** Moves a parcel to a state, guarded by the state it was in. */
export const moveShipment = async (tx: Tx, id: string, from: ShipmentStatus, to: ShipmentStatus): Promise<boolean> => {
  const ended = ['DELIVERED', 'LOST', 'RETURNED', 'CANCELLED'].includes(to)
  const changed = await tx.$executeRaw`
    update shipment set status = ${to}, ended_at = case when ${ended} then now() else ended_at end,
      handed_over_at = coalesce(handed_over_at, case when ${to !== 'CANCELLED'} then now() end)
    where id = ${id} and status = ${from}`
  return changed === 1
}
