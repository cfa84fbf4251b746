import type { Pool, PoolClient } from 'pg'
import { makeId } from '../gateway/make-id.ts'
import type { Shipment } from './shipment.ts'
import type { ShipmentStatus } from './shipment-moves.ts'

export type ShipmentMove = { readonly shipment: Shipment; readonly to: ShipmentStatus }

const eventType = (status: ShipmentStatus): string => `shipment.${status.replaceAll('-', '_')}`

const makeShipmentEvent = ({ shipment, to }: ShipmentMove, at: Date) => {
  const id = makeId('cev', at.getTime())
  const type = eventType(to)
  const data = {
    shipmentRef: shipment.ref,
    key: shipment.key,
    orderId: shipment.orderId,
    trackingNo: shipment.trackingNo,
    kind: shipment.kind,
    status: to,
  }
  return { id, type, payload: JSON.stringify({ id, type, createdAt: at.toISOString(), data }) }
}

/**
 * Moves each parcel, writes it into its history and owes the shop the event, all in one statement; a parcel that has moved
 * since it was read stays where it is. Says which have moved.
 */
export const recordMoves = async (
  db: Pool | PoolClient,
  moves: readonly ShipmentMove[],
  at: Date,
): Promise<readonly string[]> => {
  const events = moves.map(move => makeShipmentEvent(move, at))
  const moved = await db.query<{ ref: string }>({
    name: 'record-moves',
    text: `with asked as (
             select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
               as asked (ref, was, becomes, event_id, event_type, payload)
           ), moved as (
             update shipment set status = becomes, moved_at = $7, resting = false from asked
             where shipment.ref = asked.ref and status = was
             returning asked.*
           ), step as (
             insert into shipment_event (shipment_ref, status, at) select ref, becomes, $7 from moved
           ), event as (
             insert into webhook_event (id, type, payload, receiver, next_attempt_at)
             select event_id, event_type, payload, 'carrier', now() from moved
           )
           select ref from moved`,
    values: [
      moves.map(move => move.shipment.ref),
      moves.map(move => move.shipment.status),
      moves.map(move => move.to),
      events.map(event => event.id),
      events.map(event => event.type),
      events.map(event => event.payload),
      at,
    ],
  })
  return moved.rows.map(row => row.ref)
}
