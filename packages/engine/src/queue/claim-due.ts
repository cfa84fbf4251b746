import type pg from 'pg'
import type { QueueItem, QueueKind } from '../runs/run-state.ts'

const claimDue = {
  name: 'claim-due',
  text: `
with due as (
  select ctid from engine.queue
  where owner is null and due_ms <= $2
  order by due_ms limit $3
  for update skip locked
)
update engine.queue q set owner = $1
where q.ctid = any(array(select ctid from due)) and $1 = (select epoch from engine.instance)
returning q.run_id, q.step_id, q.function_id, q.kind, q.due_ms, q.attempt, q.generation, q.race,
  q.name, q.priority, q.memo`,
}

const earliestDue = { name: 'earliest-due', text: 'select min(due_ms) as due_ms from engine.queue where owner is null' }

export type QueueRow = {
  run_id: string
  step_id: string
  function_id: string
  kind: QueueKind
  due_ms: string
  attempt: number
  generation: number
  race: boolean
  name: string | null
  priority: number
  memo: string | null
}

/** Leases up to `limit` items whose time has come, the earliest first; no two engines get the same one. */
export async function claimDueItems(pool: pg.Pool, epoch: number, now: number, limit: number): Promise<QueueItem[]> {
  const { rows } = await pool.query<QueueRow>({ ...claimDue, values: [epoch, now, limit] })
  return rows.map(toItem).sort((one, other) => one.dueMs - other.dueMs)
}

/** When the next waiting item is due; undefined where nothing waits. */
export async function readEarliestDue(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ due_ms: string | null }>(earliestDue)
  const due = rows[0]?.due_ms
  return due === null || due === undefined ? undefined : Number(due)
}

export function toItem(row: QueueRow): QueueItem {
  return {
    runId: row.run_id,
    stepId: row.step_id,
    functionId: row.function_id,
    kind: row.kind,
    dueMs: Number(row.due_ms),
    attempt: row.attempt,
    generation: row.generation,
    race: row.race,
    name: row.name ?? '',
    priority: row.priority,
    ...(row.memo === null ? {} : { memo: row.memo }),
  }
}
