import type pg from 'pg'
import { z } from 'zod'
import { DeadEpoch } from '../database/dead-epoch.ts'
import type { EngineEvent } from '../events/engine-event.ts'
import { type PlannedRun, planRun } from '../events/plan-runs.ts'
import type { Registry } from '../functions/registry.ts'

export type RerunOutcome =
  | { type: 'started'; runId: string }
  | { type: 'unknown' }
  | { type: 'refused'; reason: string }

/** Starts a new run of the same function with the same events; the same key within a day answers the same run. */
export type Rerun = (runId: string, key: string | undefined) => Promise<RerunOutcome>

type RerunParts = {
  pool: pg.Pool
  registry: Registry
  epoch: number
  now(): number
  /** How many more items this engine takes at once. */
  room(): number
  start(runs: PlannedRun[]): void
}

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'should be 1 to 200 visible characters')
    .optional(),
})

const keyLifeMs = 86_400_000

type OriginalRow = { function_id: string; event_ids: string[]; events: EventRow[] }
type EventRow = { id: string; name: string; external_id: string | null; received_ms: number; payload: string }

const readOriginal = `
select r.function_id, r.event_ids,
  (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'external_id', e.external_id,
     'received_ms', e.received_ms, 'payload', e.payload) order by x.place), '[]')
   from unnest(r.event_ids) with ordinality as x(id, place) join engine.event e on e.id = x.id) as events
from engine.run r where r.id = $1`

// The key is taken and the run stored in one statement, so that two requests at once start one run.
const storeRerun = `
with alive as (
  select from engine.instance where epoch = $1
), won as (
  insert into engine.start_key as k (function_id, key, run_id, expires_ms)
  select $2::uuid, $3, $4, $5 where $3::text is not null and exists (select from alive)
  on conflict (function_id, key) do update set run_id = excluded.run_id, expires_ms = excluded.expires_ms
    where k.expires_ms <= $6
  returning run_id
), started as (
  insert into engine.run (id, function_id, event_id, event_ids, status, started_ms, original_run_id)
  select $4, $2::uuid, $7, $8::text[], 'Running', $6, $9
  where exists (select from alive) and ($3::text is null or exists (select from won))
  returning id
), queued as (
  insert into engine.queue (run_id, step_id, function_id, kind, due_ms, priority, owner)
  select $4, x.step_id, $2::uuid, x.kind, x.due_ms, x.priority, x.owner
  from json_to_recordset($10) as x(step_id text, kind text, due_ms bigint, priority int, owner bigint)
  where exists (select from started)
)
select exists (select from alive) as alive, exists (select from started) as started`

export function createRerun({ pool, registry, epoch, now, room, start }: RerunParts): Rerun {
  const store = async (planned: PlannedRun, original: OriginalRow, originalId: string, key: string | null) => {
    const { run, item, timeouts, taken } = planned
    const items = [{ ...item, taken }, ...timeouts.map(timeout => ({ ...timeout, taken: false }))]
    const { rows } = await pool.query<{ alive: boolean; started: boolean }>(storeRerun, [
      epoch,
      run.functionId,
      key,
      run.id,
      run.startedMs + keyLifeMs,
      run.startedMs,
      run.eventId,
      original.event_ids,
      originalId,
      JSON.stringify(
        items.map(entry => ({
          step_id: entry.stepId,
          kind: entry.kind,
          due_ms: entry.dueMs,
          priority: entry.priority,
          owner: entry.taken ? epoch : null,
        })),
      ),
    ])
    if (!rows[0]?.alive) throw new DeadEpoch()
    return rows[0].started
  }

  const earlier = async (functionId: string, key: string) => {
    const { rows } = await pool.query<{ run_id: string }>(
      'select run_id from engine.start_key where function_id = $1 and key = $2',
      [functionId, key],
    )
    return rows[0]?.run_id
  }

  return async (runId, givenKey) => {
    const { rows } = await pool.query<OriginalRow>(readOriginal, [runId])
    const original = rows[0]
    if (!original) return { type: 'unknown' }
    const fn = registry.active().find(candidate => candidate.id === original.function_id)
    if (!fn) return refused('The function of this run is not registered any more: start its app, then run it again')
    const [first] = original.events
    if (!first || original.events.length < original.event_ids.length) {
      return refused('The events of this run have been removed: send them again instead')
    }
    const key = givenKey === undefined ? null : `rerun ${runId} ${givenKey}`
    const planned = planRun(fn, toEvent(first, now()), [], now())
    planned.run.events = original.events.map(event => event.payload)
    planned.taken = room() > 0
    if (await store(planned, original, runId, key)) {
      start([planned])
      return { type: 'started', runId: planned.run.id }
    }
    const before = key === null ? undefined : await earlier(fn.id, key)
    if (before === undefined) throw new Error(`Run ${runId} could not be started again`)
    return { type: 'started', runId: before }
  }
}

function refused(reason: string): RerunOutcome {
  return { type: 'refused', reason }
}

/** The stored event, as if it came now: what was held until its time is not held again. */
function toEvent(row: EventRow, now: number): EngineEvent {
  return {
    id: row.id,
    name: row.name,
    externalId: row.external_id ?? undefined,
    tsMs: now,
    receivedMs: row.received_ms,
    body: JSON.parse(row.payload),
    payload: row.payload,
  }
}
