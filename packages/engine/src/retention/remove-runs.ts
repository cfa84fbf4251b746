import type pg from 'pg'

const readEnded = {
  name: 'retention-read-runs',
  text: `
select id, status <> 'Running' and ended_ms < $3 as old
from engine.run where id > $1 and id < $2 order by id limit $4`,
}

const removeSteps = {
  name: 'retention-remove-steps',
  text: `
delete from engine.step
where ctid = any(array(select ctid from engine.step where run_id = any($1) limit $2))
  and exists (select from engine.instance where epoch = $3)`,
}

const removeRuns = {
  name: 'retention-remove-runs',
  text: `
with alive as (
  select from engine.instance where epoch = $3
), attempts as (
  delete from engine.failed_attempt where run_id = any($1) and exists (select from alive)
)
delete from engine.run
where id = any($1) and status <> 'Running' and ended_ms < $2 and exists (select from alive)`,
}

export type Slice = { after: string; before: string; endedBefore: number; most: number; epoch: number }

/** How far a slice has come: the last id it has looked at, or undefined where there is nothing after it. */
export type SliceEnd = { reached: string | undefined; removed: number }

const mostSteps = 5_000

/**
 * Removes the ended runs among the next ones by id, their steps and failed attempts first: a run that is still there is
 * found again after a restart, and all of it goes then. `pause` comes between two statements.
 */
export async function removeRunSlice(pool: pg.Pool, slice: Slice, pause: () => Promise<void>): Promise<SliceEnd> {
  const { after, before, endedBefore, most, epoch } = slice
  const { rows } = await pool.query<{ id: string; old: boolean }>({
    ...readEnded,
    values: [after, before, endedBefore, most],
  })
  const old = rows.filter(row => row.old).map(row => row.id)
  const reached = rows.length < most ? undefined : rows.at(-1)?.id
  if (old.length === 0) return { reached, removed: 0 }
  for (;;) {
    const steps = await pool.query({ ...removeSteps, values: [old, mostSteps, epoch] })
    if ((steps.rowCount ?? 0) < mostSteps) break
    await pause()
  }
  const runs = await pool.query({ ...removeRuns, values: [old, endedBefore, epoch] })
  return { reached, removed: runs.rowCount ?? 0 }
}
