import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { PlannedRun } from '../events/plan-runs.ts'
import { storeEventGroups } from '../events/store-events.ts'
import type { QueueItem } from '../runs/run-state.ts'
import type { Progress } from './progress.ts'

// Each row is looked up by its key (offset 0 keeps the planner from turning that into a join) and changed by its place:
// a plan that was made while the tables were small stays right when they are large.
const storeProgress = {
  name: 'store-progress',
  text: `
with alive as (
  select from engine.instance where epoch = $6
), stepped as (
  insert into engine.step (run_id, id, position, op, name, memo, attempt, ended_ms)
  select x.run_id, x.id, x.position, x.op, x.name, x.memo, x.attempt, x.ended_ms
  from json_to_recordset($1) as x(
    run_id text, id text, position int, op text, name text, memo text, attempt int, ended_ms bigint)
  where exists (select from alive)
  on conflict (run_id, id) do nothing
), done as (
  delete from engine.queue q
  using json_to_recordset($2) as x(run_id text, step_id text), lateral (
    select ctid from engine.queue where run_id = x.run_id and step_id = x.step_id offset 0) as found
  where q.ctid = found.ctid and exists (select from alive)
), moved as (
  update engine.queue q
  set due_ms = x.due_ms, attempt = x.attempt, generation = x.generation, owner = x.owner
  from json_to_recordset($3) as x(
    run_id text, step_id text, due_ms bigint, attempt int, generation int, owner bigint), lateral (
    select ctid from engine.queue where run_id = x.run_id and step_id = x.step_id offset 0) as found
  where q.ctid = found.ctid and exists (select from alive)
), added as (
  insert into engine.queue (run_id, step_id, function_id, kind, due_ms, attempt, generation, race, owner)
  select x.run_id, x.step_id, x.function_id, x.kind, x.due_ms, x.attempt, x.generation, x.race, x.owner
  from json_to_recordset($4) as x(
    run_id text, step_id text, function_id uuid, kind text, due_ms bigint, attempt int, generation int, race boolean,
    owner bigint)
  where exists (select from alive)
  on conflict (run_id, step_id) do nothing
), ended as (
  update engine.run r set status = x.status, output = x.output, ended_ms = x.ended_ms
  from json_to_recordset($5) as x(id text, status text, output text, ended_ms bigint), lateral (
    select ctid from engine.run where id = x.id offset 0) as found
  where r.ctid = found.ctid and r.status = 'Running' and exists (select from alive)
), swept as (
  delete from engine.queue q
  using json_to_recordset($5) as x(id text), lateral (
    select ctid from engine.queue where run_id = x.id offset 0) as found
  where q.ctid = found.ctid and exists (select from alive)
)
select exists (select from alive) as alive`,
}

export type ProgressContext = { epoch: number; now: number; again: boolean }

/**
 * Writes what happened to many runs in one statement, and in the same transaction the engine's own events about runs
 * that ended. Repeating it changes nothing. Answers, for each entry, the runs that its events started.
 */
export async function storeProgressBatch(
  pool: pg.Pool,
  batch: Progress[],
  context: ProgressContext,
): Promise<PlannedRun[][]> {
  const groups = batch.flatMap(progress => progress.announced ?? [])
  if (groups.length === 0) {
    await writeProgress(pool, batch, context.epoch)
    return batch.map(() => [])
  }
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await writeProgress(client, batch, context.epoch)
    const started = await storeEventGroups(client, groups, context)
    await client.query('commit')
    return batch.map(progress => (progress.announced ? (started.shift() ?? []) : []))
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection whose transaction failed is closed, which rolls back also where the connection is what failed.
    client.release(broken)
  }
}

async function writeProgress(client: Pick<pg.Pool, 'query'>, batch: Progress[], epoch: number): Promise<void> {
  const queueRow = (item: QueueItem & { taken: boolean }) => ({
    run_id: item.runId,
    step_id: item.stepId,
    function_id: item.functionId,
    kind: item.kind,
    due_ms: item.dueMs,
    attempt: item.attempt,
    generation: item.generation,
    race: item.race,
    owner: item.taken ? epoch : null,
  })
  const { rows } = await client.query<{ alive: boolean }>({
    ...storeProgress,
    values: [
      rowsOf(batch, progress => progress.steps.map(step => ({ ...step, run_id: step.runId, ended_ms: step.endedMs }))),
      rowsOf(batch, progress => progress.done.map(row => ({ run_id: row.runId, step_id: row.stepId }))),
      rowsOf(batch, progress => progress.moved.map(queueRow)),
      rowsOf(batch, progress => progress.added.map(queueRow)),
      rowsOf(batch, ({ ended }) => (ended ? [{ ...ended, id: ended.runId, ended_ms: ended.endedMs }] : [])),
      epoch,
    ],
  })
  if (!rows[0]?.alive) throw new DeadEpoch()
}

function rowsOf(batch: Progress[], pick: (progress: Progress) => object[]): string {
  return JSON.stringify(batch.flatMap(pick))
}
