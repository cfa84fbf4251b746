import type { IncidentGroupView, incidentGroupsSchema } from '@makegood/core/saga/incident-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { goesOn } from './goes-on.ts'

type Row = Omit<IncidentGroupView, 'firstAt' | 'lastAt' | 'count'> & { firstAt: Date; lastAt: Date; count: bigint }

const groupsMax = 50
const idsMax = 100
const lookedAtMax = 10_000

/**
 * The open incidents by what they have in common (kind, step and code), the largest group first. At most ten thousand are
 * looked at, the oldest first; of each group the hundred oldest are named, because so many are acted on at once. What is
 * being tried again already waits for nobody.
 */
export const groupIncidents = async (db: Tx): Promise<z.infer<typeof incidentGroupsSchema>> => {
  const rows = await db.$queryRaw<(Row & { open: bigint })[]>`
    with looked_at as (
      select i.id, i.kind, i.step_id, i.code, i.detail, i.opened_at from incident i
      where i.resolved_at is null and not ${goesOn}
      order by i.opened_at limit ${lookedAtMax}
    ), cause as (
      -- A parcel's incident names the parcel, a record's the record: the kind is what they have in common.
      select *, case when kind in ('parcel-lost', 'parcel-refused', 'dispute') then '' else step_id end as step from looked_at
    )
    select kind, step as "stepId", code, count(*) as count, min(opened_at) as "firstAt", max(opened_at) as "lastAt",
      (array_agg(detail order by opened_at desc))[1] as detail,
      (array_agg(id order by opened_at, id))[1:${idsMax}::int] as "incidentIds", (select count(*) from looked_at) as open
    from cause group by kind, step, code order by count(*) desc, min(opened_at) limit ${groupsMax}`
  return {
    open: Number(rows[0]?.open ?? 0n),
    groups: rows.map(({ open: _, count, firstAt, lastAt, ...row }) => ({
      ...row,
      count: Number(count),
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  }
}
