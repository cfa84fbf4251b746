import type pg from 'pg'
import { parseJson } from '../json/read-json.ts'
import { cutColumn, type StoredText, viewJson, viewMemo } from './json-view.ts'
import { isoTime } from './run-view.ts'

/** The SDK's own limit is 1,000 steps a run. */
const mostRows = 2_000

type StepRow = {
  id: string
  op: string
  name: string
  attempt: number
  started_ms: string | null
  ended_ms: string
  memo: string
  memo_bytes: number
  input: string | null
  input_bytes: number | null
}

type AttemptRow = { step_id: string; attempt: number; name: string; error: string; error_bytes: number; at_ms: string }

type QueueRow = {
  step_id: string
  kind: string
  name: string | null
  due_ms: string
  attempt: number
  taken: boolean
  event_name: string | null
  condition: string | null
}

type ChildRow = { id: string; parent_step_id: string; slug: string | null; status: string }

const stepColumns = `s.id, s.op, s.name, s.attempt, s.started_ms, s.ended_ms,
  ${cutColumn('s.memo', '$2')} as memo, octet_length(s.memo) as memo_bytes,
  ${cutColumn('s.input', '$2')} as input, octet_length(s.input) as input_bytes`

/** What has happened to a run and what is still to happen, in order; each list is bounded. */
export async function readRunSteps(pool: pg.Pool, runId: string, cut: number) {
  const [steps, attempts, queued, children] = await Promise.all([
    pool.query<StepRow>(
      `select ${stepColumns} from engine.step s where s.run_id = $1 order by s.ended_ms, s.position limit ${mostRows}`,
      [runId, cut],
    ),
    pool.query<AttemptRow>(
      `select a.step_id, a.attempt, a.name, ${cutColumn('a.error', '$2')} as error,
         octet_length(a.error) as error_bytes, a.at_ms
       from engine.failed_attempt a where a.run_id = $1 order by a.at_ms, a.attempt limit ${mostRows}`,
      [runId, cut],
    ),
    readQueue(pool, runId),
    pool.query<ChildRow>(
      `select r.id, r.parent_step_id, r.status,
         (select f.slug from engine.function f where f.id = r.function_id) as slug
       from engine.run r where r.parent_run_id = $1 order by r.id limit ${mostRows}`,
      [runId],
    ),
  ])
  return {
    steps: steps.rows.map(viewStep),
    failed_attempts: attempts.rows.map(viewAttempt),
    waiting: queued.map(viewWaiting),
    invoked: children.rows.map(row => ({
      step_id: row.parent_step_id,
      run_id: row.id,
      function_slug: row.slug,
      status: row.status,
    })),
  }
}

/** One finished step with all of its input and outcome. */
export async function readRunStep(pool: pg.Pool, runId: string, stepId: string, cut: number) {
  const { rows } = await pool.query<StepRow>(
    `select ${stepColumns} from engine.step s where s.run_id = $1 and s.id = $3`,
    [runId, cut, stepId],
  )
  return rows[0] && viewStep(rows[0])
}

/** What is queued for a run, in the form of the real server; position is its place among the run's own. */
export async function readJobs(pool: pg.Pool, runId: string) {
  const queued = await readQueue(pool, runId)
  return queued.map((row, position) => ({
    JobID: `${runId}-${row.step_id}`,
    at: isoTime(row.due_ms),
    position,
    kind: jobKinds[row.kind] ?? row.kind,
    attempt: row.attempt,
  }))
}

const jobKinds: Record<string, string> = { call: 'edge', step: 'edge', wait: 'pause', invoke: 'pause' }

async function readQueue(pool: pg.Pool, runId: string): Promise<QueueRow[]> {
  const { rows } = await pool.query<QueueRow>(
    `select q.step_id, q.kind, q.name, q.due_ms, q.attempt, q.owner is not null as taken, q.event_name, q.condition
     from engine.queue q where q.run_id = $1 order by q.due_ms, q.step_id limit ${mostRows}`,
    [runId],
  )
  return rows
}

function viewStep(row: StepRow) {
  const memo: StoredText = { text: row.memo, bytes: row.memo_bytes }
  return {
    id: row.id,
    op: row.op,
    name: row.name,
    attempt: row.attempt,
    started_at: row.started_ms === null ? null : isoTime(row.started_ms),
    ended_at: isoTime(row.ended_ms),
    ...viewJson('input', { text: row.input, bytes: row.input_bytes ?? 0 }),
    ...viewMemo(memo),
  }
}

function viewAttempt(row: AttemptRow) {
  const whole = Buffer.byteLength(row.error) === row.error_bytes
  const parsed = whole ? parseJson(row.error) : undefined
  return {
    step_id: row.step_id,
    name: row.name,
    attempt: row.attempt,
    at: isoTime(row.at_ms),
    error: parsed ? parsed.value : row.error,
  }
}

function viewWaiting(row: QueueRow) {
  return {
    step_id: row.step_id,
    kind: row.kind,
    name: row.name,
    due_at: isoTime(row.due_ms),
    attempt: row.attempt,
    under_way: row.taken,
    ...(row.event_name === null ? {} : { event: row.event_name }),
    ...(row.condition === null ? {} : { condition: row.condition }),
  }
}
