import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { type EventOutcome, type StoreContext, storeEventGroups } from '../events/store-events.ts'
import { type QueueRow, toItem } from '../queue/claim-due.ts'
import type { QueueEntry } from '../runs/run-state.ts'
import { mergeQueueChanges } from './merge-queue-changes.ts'
import type { FailedAttempt, Progress, StepRecord } from './progress.ts'

// Each row is looked up by its key (offset 0 keeps the planner from turning that into a join) and changed by its place:
// a plan that was made while the tables were small stays right when they are large.
const storeProgress = {
  name: 'store-progress',
  text: `
with alive as (
  select from engine.instance where epoch = $6
), stepped as (
  insert into engine.step (run_id, id, position, op, name, memo, input, attempt, started_ms, ended_ms)
  select x.run_id, x.id, x.position, x.op, x.name, x.memo, x.input, x.attempt, x.started_ms, x.ended_ms
  from json_to_recordset($1) as x(
    run_id text, id text, position int, op text, name text, memo text, input text, attempt int, started_ms bigint,
    ended_ms bigint)
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
  insert into engine.queue (
    run_id, step_id, function_id, kind, name, due_ms, attempt, generation, race, priority, event_name, condition, owner)
  select x.run_id, x.step_id, x.function_id, x.kind, x.name, x.due_ms, x.attempt, x.generation, x.race, x.priority,
    x.event_name, x.condition, x.owner
  from json_to_recordset($4) as x(
    run_id text, step_id text, function_id uuid, kind text, name text, due_ms bigint, attempt int, generation int,
    race boolean, priority int, event_name text, condition text, owner bigint)
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
), answered as (
  update engine.queue q set memo = x.memo, due_ms = x.due_ms, owner = $6
  from json_to_recordset($7) as x(run_id text, step_id text, memo text, due_ms bigint), lateral (
    select ctid from engine.queue w
    where w.run_id = x.run_id and w.step_id = x.step_id and w.kind = 'invoke' and w.memo is null and w.owner is null
    offset 0) as found
  where q.ctid = found.ctid and exists (select from alive)
  returning q.run_id, q.step_id, q.function_id, q.kind, q.due_ms, q.attempt, q.generation, q.race, q.name, q.priority,
    q.memo
), failed as (
  insert into engine.failed_attempt (run_id, step_id, attempt, name, error, at_ms)
  select x.run_id, x.step_id, x.attempt, x.name, x.error, x.at_ms
  from json_to_recordset($8) as x(run_id text, step_id text, attempt int, name text, error text, at_ms bigint)
  where exists (select from alive)
  on conflict do nothing
)
select exists (select from alive) as alive, (select json_agg(to_json(answered)) from answered) as answered`,
}

export type ProgressContext = StoreContext

/**
 * Writes what happened to many runs in one statement, and in the same transaction the engine's own events: about
 * runs that ended, and those that invoke functions. Repeating it changes nothing. Answers, for each entry, the runs that
 * its events started and the items that are to be worked on now.
 */
export async function storeProgressBatch(
  pool: pg.Pool,
  batch: Progress[],
  context: ProgressContext,
): Promise<EventOutcome[]> {
  const groups = batch.flatMap(progress => progress.events)
  if (groups.length === 0) return writeProgress(pool, batch, context)
  return inTransaction(pool, async client => {
    const outcomes = await writeProgress(client, batch, context)
    const ofEvents = await storeEventGroups(client, groups, context)
    return batch.map((progress, index) =>
      joinOutcomes([outcomes[index], ...ofEvents.splice(0, progress.events.length)]),
    )
  })
}

function joinOutcomes(outcomes: (EventOutcome | undefined)[]): EventOutcome {
  return {
    started: outcomes.flatMap(outcome => outcome?.started ?? []),
    woken: outcomes.flatMap(outcome => outcome?.woken ?? []),
  }
}

async function writeProgress(
  client: Pick<pg.Pool, 'query'>,
  batch: Progress[],
  { epoch, again }: ProgressContext,
): Promise<EventOutcome[]> {
  const queueRow = ({ runId, stepId, functionId, dueMs, waitsFor, taken, ...item }: QueueEntry) => ({
    ...item,
    run_id: runId,
    step_id: stepId,
    function_id: functionId,
    due_ms: dueMs,
    event_name: waitsFor?.event,
    condition: waitsFor?.condition,
    owner: taken ? epoch : null,
  })
  const changes = mergeQueueChanges(batch)
  const { rows } = await client.query<{ alive: boolean; answered: QueueRow[] | null }>({
    ...storeProgress,
    values: [
      rowsOf(batch, progress => progress.steps.map(stepRow)),
      JSON.stringify(changes.done.map(row => ({ run_id: row.runId, step_id: row.stepId }))),
      JSON.stringify(changes.moved.map(queueRow)),
      JSON.stringify(changes.added.map(queueRow)),
      rowsOf(batch, ({ ended }) => (ended ? [{ ...ended, id: ended.runId, ended_ms: ended.endedMs }] : [])),
      epoch,
      rowsOf(batch, answerRows),
      rowsOf(batch, progress => progress.failures.map(failureRow)),
    ],
  })
  if (!rows[0]?.alive) throw new DeadEpoch()
  const answered = rows[0].answered ?? []
  if (again) answered.push(...(await readAnswered(client, batch)))
  const items = new Map(answered.map(row => [`${row.run_id} ${row.step_id}`, { ...toItem(row), taken: true }]))
  return batch.map(({ answer }) => {
    const item = answer && items.get(`${answer.runId} ${answer.stepId}`)
    return { started: [], woken: item ? [item] : [] }
  })
}

/** The steps that an earlier try of the same batch has answered. */
async function readAnswered(client: Pick<pg.Pool, 'query'>, batch: Progress[]): Promise<QueueRow[]> {
  const { rows } = await client.query<QueueRow>(
    `select q.* from json_to_recordset($1) as x(run_id text, step_id text)
     join engine.queue q using (run_id, step_id) where q.kind = 'invoke' and q.memo is not null`,
    [rowsOf(batch, answerRows)],
  )
  return rows
}

function answerRows({ answer, ended }: Progress) {
  if (!answer || !ended) return []
  return [{ run_id: answer.runId, step_id: answer.stepId, memo: answer.memo, due_ms: ended.endedMs }]
}

function stepRow({ runId, startedMs, endedMs, ...step }: StepRecord) {
  return { ...step, run_id: runId, started_ms: startedMs, ended_ms: endedMs }
}

function failureRow({ runId, stepId, atMs, ...failure }: FailedAttempt) {
  return { ...failure, run_id: runId, step_id: stepId, at_ms: atMs }
}

function rowsOf(batch: Progress[], pick: (progress: Progress) => object[]): string {
  return JSON.stringify(batch.flatMap(pick))
}
