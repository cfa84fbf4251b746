import type { listIncidentsInput } from '@makegood/core/saga/incident-inputs'
import type { IncidentRowView, incidentPageSchema } from '@makegood/core/saga/incident-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import type { Incident } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { toIncidentView } from './to-incident-view.ts'

type OrderOfIncident = NonNullable<IncidentRowView['order']>
type Row = Omit<Incident, 'event'> & { orderNumber: bigint | null; orderStatus: OrderOfIncident['status'] | null }

const pageSize = 50

/** One page of incidents by when they were opened last, the newest first, by key. */
export const listIncidents = async (
  db: Tx,
  { state, cursor, ...wanted }: z.output<typeof listIncidentsInput>,
): Promise<z.infer<typeof incidentPageSchema>> => {
  const kind = wanted.kind ?? null
  const after = cursor ? parseTimeCursor(cursor) : null
  const rows = await db.$queryRaw<Row[]>`
    select i.id, i.order_id as "orderId", i.saga_id as "sagaId", i.step_id as "stepId", i.kind, i.detail, i.occurrences,
      i.tries, i.next_try_at as "nextTryAt",
      i.resolution, i.resolved_by as "resolvedBy", i.note, i.opened_at as "openedAt", i.resolved_at as "resolvedAt",
      o.number as "orderNumber", o.status as "orderStatus"
    from incident i left join "order" o on o.id = i.order_id
    where (i.resolved_at is null) = ${state === 'open'} and (${kind}::text is null or i.kind = ${kind})
      and (${after?.at ?? null}::timestamptz is null
        or (i.opened_at, i.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by i.opened_at desc, i.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    incidents: page.map(row => ({ ...toIncidentView(row), order: toOrder(row) })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.openedAt, last.id) : null,
  }
}

const toOrder = ({ orderId, orderNumber, orderStatus }: Row): IncidentRowView['order'] =>
  orderId && orderNumber !== null && orderStatus
    ? { id: orderId, number: orderNumber.toString(), status: orderStatus }
    : null
