import type { Tx } from '../client.ts'

export type ParcelFacts = {
  readonly recipient: string
  readonly phone: string
  readonly postcode: string
  readonly address1: string
  readonly address2: string
  readonly country: string
  /** What the driver shall know. */
  readonly note: string
  readonly items: number
}

/** What a carrier must know of an order's parcel; throws for an unknown order. */
export const getParcel = async (tx: Tx, orderId: string): Promise<ParcelFacts> => {
  const rows = await tx.$queryRaw<ParcelFacts[]>`
    select recipient, phone, postcode, address1, address2, country, delivery_note as note,
      (select sum(quantity)::int from order_line l where l.order_id = o.id) as items
    from "order" o where id = ${orderId}`
  const row = rows[0]
  if (!row) throw new Error(`no order ${orderId}`)
  return row
}
