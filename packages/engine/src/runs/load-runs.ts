import type pg from 'pg'
import { createLane, type Lane } from '../database/batch-lane.ts'
import { callStep, type RunState } from './run-state.ts'

const loadRuns = {
  name: 'load-runs',
  text: `
select r.id, r.function_id, r.event_id, r.status, r.started_ms,
  array(select e.payload from unnest(r.event_ids) with ordinality as x(id, place) join engine.event e on e.id = x.id
        order by x.place) as events,
  (select coalesce(json_agg(json_build_array(s.id, s.memo) order by s.ended_ms, s.position), '[]')::text
   from engine.step s where s.run_id = r.id) as steps,
  array(select q.step_id from engine.queue q where q.run_id = r.id) as waiting
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
  waiting: string[]
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
  return {
    id: row.id,
    functionId: row.function_id,
    eventId: row.event_id,
    events: row.events,
    startedMs: Number(row.started_ms),
    status: row.status,
    steps,
    pending: new Set(row.waiting.filter(step => step !== callStep)),
    calling: row.waiting.includes(callStep),
    callAgain: false,
    answered: steps.size > 0,
    uses: 0,
  }
}
