import { incidentAges, type listIncidentsInput } from '@makegood/core/saga/incident-inputs'
import type { IncidentRowView, incidentPageSchema } from '@makegood/core/saga/incident-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { type Incident, Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { goesOn } from './goes-on.ts'
import { readUnderWay } from './read-under-way.ts'
import { toIncidentView } from './to-incident-view.ts'

type OrderOfIncident = NonNullable<IncidentRowView['order']>
type Row = Omit<Incident, 'event'> & {
  goesOn: boolean
  orderNumber: bigint | null
  orderStatus: OrderOfIncident['status'] | null
}
type Wanted = z.output<typeof listIncidentsInput>

const pageSize = 50

/** One page of incidents by when they were opened last, the newest first, by key. */
export const listIncidents = async (db: Tx, wanted: Wanted): Promise<z.infer<typeof incidentPageSchema>> => {
  const rows = await db.$queryRaw<Row[]>`
    select i.id, i.order_id as "orderId", i.saga_id as "sagaId", i.step_id as "stepId", i.kind, i.detail, i.code, i.occurrences,
      i.tries, i.next_try_at as "nextTryAt",
      i.resolution, i.resolved_by as "resolvedBy", i.note, i.opened_at as "openedAt", i.resolved_at as "resolvedAt",
      o.number as "orderNumber", o.status as "orderStatus", i.resolved_at is null and ${goesOn} as "goesOn"
    from incident i left join "order" o on o.id = i.order_id
    where ${Prisma.join(conditionsOf(wanted), ' and ')}
    order by i.opened_at desc, i.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const underWay = await readUnderWay(
    db,
    page.map(({ id }) => id),
  )
  return {
    incidents: page.map(row => ({
      ...toIncidentView(row, { goesOn: row.goesOn, underWay: underWay.get(row.id) }),
      order: toOrder(row),
    })),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.openedAt, last.id) : null,
  }
}

/** Written into the statement one by one, so that each of them finds its index. */
const conditionsOf = ({ state, kind, saga, step, code, age, search, cursor }: Wanted): Prisma.Sql[] => {
  const after = cursor ? parseTimeCursor(cursor) : null
  return [
    state === 'open' ? Prisma.sql`i.resolved_at is null` : Prisma.sql`i.resolved_at is not null`,
    ...(kind ? [Prisma.sql`i.kind = ${kind}`] : []),
    ...(saga ? [Prisma.sql`split_part(i.saga_id, ':', 1) = ${saga}`] : []),
    ...(step ? [Prisma.sql`i.step_id = ${step}`] : []),
    ...(code === undefined ? [] : [Prisma.sql`i.code = ${code}`]),
    ...(age ? [Prisma.sql`i.opened_at < now() - make_interval(secs => ${incidentAges[age]}::int)`] : []),
    ...(search ? [searched(search)] : []),
    ...(after ? [Prisma.sql`(i.opened_at, i.id) < (${after.at}::timestamptz, ${after.id})`] : []),
  ]
}

/** A number is an order's; anything else is the whole id of an incident, an order or a saga. */
const searched = (search: string): Prisma.Sql => {
  const number = search.match(/^#?(\d{1,18})$/)?.[1]
  return number
    ? Prisma.sql`i.order_id = (select id from "order" where number = ${BigInt(number)})`
    : Prisma.sql`(i.id = ${search} or i.order_id = ${search} or i.saga_id = ${search})`
}

const toOrder = ({ orderId, orderNumber, orderStatus }: Row): IncidentRowView['order'] =>
  orderId && orderNumber !== null && orderStatus
    ? { id: orderId, number: orderNumber.toString(), status: orderStatus }
    : null
