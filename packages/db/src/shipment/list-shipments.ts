import { type ListShipments, onTheWayDaysMax, type ShipmentPage } from '@makegood/core/shipment/operator-views'
import { shipmentStatuses } from '@makegood/core/shipment/views'
import type { Tx } from '../client.ts'
import { countStates } from '../paging/count-states.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type View = ShipmentPage['shipments'][number]
type Row = Omit<View, 'order' | 'registeredAt' | 'handedOverAt' | 'endedAt' | 'late'> & {
  registeredAt: Date
  handedOverAt: Date | null
  endedAt: Date | null
  orderId: string
  number: bigint
  orderStatus: View['order']['status']
  recipient: string
}

const pageSize = 50
const dayMs = 86_400_000

/** One page of the parcels in one state, those that are longest in it first, by key; late ones say so. With how many are in each. */
export const listShipments = async (
  db: Tx,
  { status, cursor }: ListShipments,
  { startSeconds, now }: { readonly startSeconds: number; readonly now: Date },
): Promise<ShipmentPage> => {
  const after = cursor ? parseTimeCursor(cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select s.id, s.kind, s.status, s.carrier, s.tracking_no as "trackingNo", s.tracking_url as "trackingUrl",
      s.registered_at as "registeredAt", s.handed_over_at as "handedOverAt", s.ended_at as "endedAt",
      o.id as "orderId", o.number, o.status as "orderStatus", o.recipient
    from shipment s join "order" o on o.id = s.order_id
    where s.status = ${status}
      and (${after?.at ?? null}::timestamptz is null or (s.registered_at, s.id) > (${after?.at ?? null}, ${after?.id ?? null}))
    order by s.registered_at, s.id limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const isLate = ({ registeredAt, handedOverAt }: Row): boolean => {
    if (status === 'REGISTERED') return now.getTime() - registeredAt.getTime() > startSeconds * 1000
    if (status !== 'HANDED_OVER' && status !== 'IN_TRANSIT') return false
    return now.getTime() - (handedOverAt ?? registeredAt).getTime() > onTheWayDaysMax * dayMs
  }
  return {
    shipments: page.map(row => {
      const { orderId, number, orderStatus, recipient, ...shipment } = row
      return {
        ...shipment,
        late: isLate(row),
        registeredAt: row.registeredAt.toISOString(),
        handedOverAt: row.handedOverAt?.toISOString() ?? null,
        endedAt: row.endedAt?.toISOString() ?? null,
        order: { id: orderId, number: number.toString(), status: orderStatus, recipient },
      }
    }),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.registeredAt, last.id) : null,
    counts: await countStates(db, 'shipment', shipmentStatuses),
    lateAfterHours: Math.round((startSeconds / 3600) * 10) / 10,
  }
}
