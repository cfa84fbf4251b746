import type { Problem } from '@makegood/core/today/views'
import type { Tx } from '../client.ts'
import { goesOn } from '../incident/goes-on.ts'
import { readUnderWay } from '../incident/read-under-way.ts'

type Row = Omit<Problem, 'openedAt' | 'nextTryAt' | 'orderNumber' | 'underWay'> & {
  readonly openedAt: Date
  readonly nextTryAt: Date | null
  readonly orderNumber: bigint | null
}

const problemsMax = 5
const lookedAtMax = 10_000

/**
 * The first problems that wait for a person, the oldest first, each with how many stopped by the same cause: told apart as the
 * groups of Needs attention are. What is being tried again already waits for nobody.
 */
export const readProblems = async (db: Tx): Promise<Problem[]> => {
  const rows = await db.$queryRaw<Row[]>`
    with looked_at as (
      select i.* from incident i where i.resolved_at is null and not ${goesOn} order by i.opened_at, i.id limit ${lookedAtMax}
    ), cause as (
      select (array_agg(id order by opened_at, id))[1] as id, count(*)::int as count from looked_at
      group by kind, case when kind in ('parcel-lost', 'parcel-refused', 'dispute') then '' else step_id end, code
      order by min(opened_at), min(id) limit ${problemsMax}
    )
    select i.id as "incidentId", i.kind, i.saga_id as "sagaId", i.step_id as "stepId", i.code, i.detail,
      i.opened_at as "openedAt", i.next_try_at as "nextTryAt", i.order_id as "orderId", o.number as "orderNumber", c.count
    from cause c join incident i on i.id = c.id left join "order" o on o.id = i.order_id
    order by i.opened_at, i.id`
  const underWay = await readUnderWay(
    db,
    rows.map(({ incidentId }) => incidentId),
  )
  return rows.map(row => ({
    ...row,
    underWay: underWay.get(row.incidentId) ?? null,
    openedAt: row.openedAt.toISOString(),
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    orderNumber: row.orderNumber?.toString() ?? null,
  }))
}
