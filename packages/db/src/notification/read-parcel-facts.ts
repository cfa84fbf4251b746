import type { Tx } from '../client.ts'

export type ParcelFacts = {
  readonly kind: 'DELIVERY' | 'PICK_UP'
  readonly carrierName: string
  readonly trackingNo: string
  readonly trackingUrl: string
}

/** How a parcel is followed; null for one that the shop does not know. */
export const readParcelFacts = async (db: Tx, shipmentId: string): Promise<ParcelFacts | null> => {
  const rows = await db.$queryRaw<ParcelFacts[]>`
    select kind, carrier as "carrierName", tracking_no as "trackingNo", tracking_url as "trackingUrl"
    from shipment where id = ${shipmentId}`
  return rows[0] ?? null
}

/** How the pick-up of a return is followed; null while none is registered. */
export const readPickUpFacts = async (db: Tx, returnId: string): Promise<ParcelFacts | null> => {
  const rows = await db.$queryRaw<ParcelFacts[]>`
    select kind, carrier as "carrierName", tracking_no as "trackingNo", tracking_url as "trackingUrl"
    from shipment where return_id = ${returnId} and kind = 'PICK_UP' order by registered_at desc limit 1`
  return rows[0] ?? null
}

/** Until when the goods of a delivered order can be given back; null where no such limit is set. */
export const readCompletionDue = async (db: Tx, orderId: string): Promise<Date | null> => {
  const rows = await db.$queryRaw<{ dueAt: Date }[]>`
    select due_at as "dueAt" from order_limit where order_id = ${orderId} and kind = 'completion'`
  return rows[0]?.dueAt ?? null
}
