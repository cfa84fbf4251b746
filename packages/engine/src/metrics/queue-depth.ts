import type pg from 'pg'

export type QueueDepth = { waiting: number; due: number; leased: number; oldestDueMs: number | undefined }

/** Rows are counted up to here: a queue of any length costs the same. */
export const mostCounted = 10_000
/** Further than a shop would set an alarm for what is due and not taken up. */
export const mostDueCounted = 20_000

const readDepth = {
  name: 'queue-depth',
  text: `
select
  (select count(*) from (select from engine.queue where owner is null limit ${mostCounted}) as waiting)::int as waiting,
  (select count(*) from (select from engine.queue where owner is null
    and due_ms <= (extract(epoch from clock_timestamp()) * 1000)::bigint limit ${mostDueCounted}) as due)::int as due,
  (select count(*) from (select from engine.queue where owner is not null limit ${mostCounted}) as leased)::int as leased,
  (select min(due_ms) from engine.queue where owner is null) as oldest`,
  query_timeout: 5_000,
}

/** How much is in the queue, by its indexes only. */
export async function readQueueDepth(pool: pg.Pool): Promise<QueueDepth> {
  const { rows } = await pool.query<{ waiting: number; due: number; leased: number; oldest: string | null }>(readDepth)
  const row = rows[0]
  const oldest = row?.oldest ?? null
  return {
    waiting: row?.waiting ?? 0,
    due: row?.due ?? 0,
    leased: row?.leased ?? 0,
    oldestDueMs: oldest === null ? undefined : Number(oldest),
  }
}
