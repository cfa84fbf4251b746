import { newId } from '@makegood/core/ids'
import { differenceKindOf } from '@makegood/core/reconciliation/difference-kinds'
import { type Db, inTransaction, type Tx } from '../client.ts'
import type { Breach } from '../invariants/invariant.ts'

export type RunResult = {
  readonly runId: string
  readonly breaches: readonly Breach[]
  /** Why the gateway was not compared; what it showed before stays open then. */
  readonly notCompared: string | null
}

/** An invariant answers so many rows at most: beyond that nobody knows which of its differences are over. */
const rowsMax = 100

/**
 * Writes down what a review found, in one transaction: each difference once, by invariant and subject. What was not found
 * again closes itself. What was accepted stays so while it is the same; what had gone, or was repaired, and is back opens anew.
 */
export const endRun = (db: Db, { runId, breaches, notCompared }: RunResult): Promise<void> =>
  inTransaction(db, async tx => {
    const rows = distinct(breaches)
    const opened = await open(tx, runId, rows)
    const closed = await closeGone(tx, runId, { unsure: overfull(rows), gateway: notCompared === null })
    await tx.$executeRaw`
      update reconciliation_run set status = 'DONE', ended_at = now(), found = ${rows.length}, opened = ${opened},
        closed = ${closed}, not_compared = ${notCompared?.slice(0, 500) ?? null}
      where id = ${runId} and status = 'RUNNING'`
  })

const distinct = (breaches: readonly Breach[]): readonly Breach[] => [
  ...new Map(breaches.map(breach => [`${breach.invariant} ${breach.subject}`, breach])).values(),
]

const overfull = (rows: readonly Breach[]): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { invariant } of rows) counts.set(invariant, (counts.get(invariant) ?? 0) + 1)
  return [...counts].filter(([, count]) => count >= rowsMax).map(([invariant]) => invariant)
}

const open = async (tx: Tx, runId: string, breaches: readonly Breach[]): Promise<number> => {
  const at = new Date()
  const rows = breaches.map(breach => ({
    ...breach,
    detail: breach.detail.slice(0, 1000),
    id: newId('difference', at),
    area: differenceKindOf(breach.invariant).area,
  }))
  const [row] = await tx.$queryRaw<{ opened: bigint }[]>`
    with found as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as f(id text, area text, invariant text, subject text, detail text)
    ), before as (
      select d.invariant, d.subject from reconciliation_difference d join found f using (invariant, subject) where d.state = 'OPEN'
    ), written as (
      insert into reconciliation_difference as d (id, area, invariant, subject, detail, order_id, first_run_id, last_run_id)
      select f.id, f.area, f.invariant, f.subject, f.detail, o.order_id, ${runId}, ${runId} from found f
      left join lateral (
        select id as order_id from "order" where id = f.subject
        union all select order_id from payment where id = f.subject or charge_ref = f.subject
        union all select order_id from refund where id = f.subject
        union all select order_id from cancellation where id = f.subject
        union all select order_id from return_request where id = f.subject
        union all select order_id from saga where id = f.subject
        limit 1) o on true
      on conflict (invariant, subject) do update set last_seen_at = now(), last_run_id = excluded.last_run_id,
        detail = excluded.detail, order_id = coalesce(excluded.order_id, d.order_id),
        state = case when d.state = 'ACCEPTED' and d.detail = excluded.detail then 'ACCEPTED' else 'OPEN' end,
        closed_at = case when d.state = 'ACCEPTED' and d.detail = excluded.detail then d.closed_at end,
        closed_by = case when d.state = 'ACCEPTED' and d.detail = excluded.detail then d.closed_by end,
        reason = case when d.state = 'ACCEPTED' and d.detail = excluded.detail then d.reason end
      returning invariant, subject, state
    )
    select count(*) as opened from written w where w.state = 'OPEN'
      and not exists (select 1 from before b where b.invariant = w.invariant and b.subject = w.subject)`
  return Number(row?.opened ?? 0n)
}

const closeGone = (
  tx: Tx,
  runId: string,
  { unsure, gateway }: { readonly unsure: readonly string[]; readonly gateway: boolean },
): Promise<number> => tx.$executeRaw`
  update reconciliation_difference set state = 'GONE', closed_at = now()
  where state = 'OPEN' and last_run_id <> ${runId} and invariant <> all(${[...unsure]}) and (${gateway} or area <> 'gateway')`
