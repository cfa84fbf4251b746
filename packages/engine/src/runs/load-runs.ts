import type pg from 'pg'
import { createLane, type Lane } from '../database/batch-lane.ts'
import { callStep, type QueueKind, type RunState, stepKinds } from './run-state.ts'

const loadRuns = {
  name: 'load-runs',
  text: `
select r.id, r.function_id, r.event_id, r.status, r.started_ms, r.parent_run_id, r.parent_step_id,
  array(select e.payload from unnest(r.event_ids) with ordinality as x(id, place) join engine.event e on e.id = x.id
        order by x.place) as events,
  (select coalesce(json_agg(json_build_array(s.id, s.memo) order by s.ended_ms, s.position), '[]')::text
   from engine.step s where s.run_id = r.id) as steps,
  (select coalesce(json_agg(json_build_array(q.step_id, q.kind, q.attempt + q.generation, q.priority)), '[]')
   from engine.queue q where q.run_id = r.id) as queued
from engine.run r where r.id = any($1)`,
}

type RunRow = {
  id: string
  function_id: string
  event_id: string
  status: RunState['status']
  started_ms: string
  events: string[]
  steps: string
  parent_run_id: string | null
  parent_step_id: string | null
  queued: [stepId: string, kind: QueueKind, tries: number, priority: number][]
}

/** Reads runs from Postgres; those asked for at the same time share one statement. */
export function createRunLoader(pool: pg.Pool): Lane<string, RunState | undefined> {
  return createLane({
    maxBatch: 200,
    width: 2,
    giveUpMs: 60_000,
    write: async ids => {
      const { rows } = await pool.query<RunRow>({ ...loadRuns, values: [ids] })
      const found = new Map(rows.map(row => [row.id, toRun(row)]))
      return ids.map(id => found.get(id))
    },
  })
}

function toRun(row: RunRow): RunState {
  const steps = new Map(JSON.parse(row.steps) as [string, string][])
  const pending = row.queued.filter(([, kind]) => stepKinds.has(kind)).map(([stepId]) => stepId)
  const call = row.queued.find(([stepId]) => stepId === callStep)
  return {
    id: row.id,
    functionId: row.function_id,
    eventId: row.event_id,
    events: row.events,
    startedMs: Number(row.started_ms),
    status: row.status,
    steps,
    parent:
      row.parent_run_id && row.parent_step_id ? { runId: row.parent_run_id, stepId: row.parent_step_id } : undefined,
    priority: row.queued[0]?.[3] ?? 0,
    pending: new Set(pending),
    calling: call !== undefined,
    callAgain: false,
    answered: steps.size > 0,
    called: steps.size > 0 || pending.length > 0 || (call?.[2] ?? 0) > 1,
    together: false,
    uses: 0,
  }
}
