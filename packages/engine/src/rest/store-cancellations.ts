import type pg from 'pg'
import { DeadEpoch } from '../database/dead-epoch.ts'

export type Cancellation = {
  id: string
  functionId: string
  startedAfterMs: number | undefined
  startedBeforeMs: number
  condition: string | undefined
  createdMs: number
}

export type CancellationRow = {
  id: string
  function_id: string
  app_id: string
  slug: string
  started_after_ms: string | null
  started_before_ms: string
  condition: string | null
  created_ms: string
  reached: string
  cancelled: number
  done_ms: string | null
}

const mostOpen = 1_000
const mostListed = 1_000
/** How long one that is done can still be read. */
const keptMs = 30 * 86_400_000

const columns = `c.id, c.function_id, f.app_id, f.slug, c.started_after_ms, c.started_before_ms, c.condition,
  c.created_ms, c.reached, c.cancelled, c.done_ms`

/** Stores it; false where too many are still being worked on. Old ones that are done go at the same time. */
export async function storeCancellation(pool: pg.Pool, epoch: number, given: Cancellation): Promise<boolean> {
  const { rows } = await pool.query<{ alive: boolean; stored: boolean }>(
    `with alive as (
       select from engine.instance where epoch = $1
     ), swept as (
       delete from engine.cancellation where done_ms < $8 and exists (select from alive)
     ), stored as (
       insert into engine.cancellation (id, function_id, started_after_ms, started_before_ms, condition, created_ms)
       select $2, $3::uuid, $4::bigint, $5::bigint, $6, $7::bigint
       where exists (select from alive)
         and (select count(*) from engine.cancellation where done_ms is null) < ${mostOpen}
       returning id
     )
     select exists (select from alive) as alive, exists (select from stored) as stored`,
    [
      epoch,
      given.id,
      given.functionId,
      given.startedAfterMs ?? null,
      given.startedBeforeMs,
      given.condition ?? null,
      given.createdMs,
      given.createdMs - keptMs,
    ],
  )
  if (!rows[0]?.alive) throw new DeadEpoch()
  return rows[0].stored
}

/** The newest first. */
export async function listCancellations(pool: pg.Pool): Promise<CancellationRow[]> {
  const { rows } = await pool.query<CancellationRow>(
    `select ${columns} from engine.cancellation c join engine.function f on f.id = c.function_id
     order by c.id desc limit ${mostListed}`,
  )
  return rows
}

/** Removes it; what it has not cancelled by then goes on. */
export async function deleteCancellation(pool: pg.Pool, epoch: number, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'delete from engine.cancellation where id = $2 and exists (select from engine.instance where epoch = $1)',
    [epoch, id],
  )
  return rowCount === 1
}

/** The oldest that is not done. */
export async function readOpenCancellation(pool: pg.Pool): Promise<CancellationRow | undefined> {
  const { rows } = await pool.query<CancellationRow>(
    `select ${columns} from engine.cancellation c join engine.function f on f.id = c.function_id
     where c.done_ms is null order by c.id limit 1`,
  )
  return rows[0]
}

export type Slice = {
  /** The last run looked at; undefined where none was left. */
  reached: string | undefined
  /** Whether others may follow. */
  more: boolean
  /** Runs that have not ended, of the function and the time, with the event that started each. */
  runs: { id: string; payload: string | null }[]
}

const sliceRows = 200

/**
 * The next runs that a cancellation may be about. They are found by what is queued, for a run that has not ended has
 * something queued: the search costs what is under way, not what has ever run.
 */
export async function readSlice(pool: pg.Pool, cancellation: CancellationRow): Promise<Slice> {
  const { rows } = await pool.query<{ reached: string | null; looked: number; runs: Slice['runs'] }>(
    `with slice as materialized (
       select run_id, function_id from engine.queue where run_id > $1 order by run_id limit ${sliceRows}
     ), found as (
       select r.id, case when $5 then e.payload end as payload
       from (select distinct run_id from slice where function_id = $2) s
       join engine.run r on r.id = s.run_id
       left join engine.event e on e.id = r.event_id
       where r.status = 'Running' and r.started_ms <= $3 and ($4::bigint is null or r.started_ms >= $4)
     )
     select (select max(run_id) from slice) as reached, (select count(*)::int from slice) as looked,
       (select coalesce(json_agg(json_build_object('id', id, 'payload', payload)), '[]') from found) as runs`,
    [
      cancellation.reached,
      cancellation.function_id,
      cancellation.started_before_ms,
      cancellation.started_after_ms,
      cancellation.condition !== null,
    ],
  )
  const [row] = rows
  return { reached: row?.reached ?? undefined, more: row?.looked === sliceRows, runs: row?.runs ?? [] }
}

/** Notes how far the work has come. */
export async function storeReached(
  pool: pg.Pool,
  epoch: number,
  step: { id: string; reached: string; cancelled: number; doneMs: number | undefined },
): Promise<void> {
  await pool.query(
    `update engine.cancellation set reached = $3, cancelled = cancelled + $4, done_ms = $5
     where id = $2 and exists (select from engine.instance where epoch = $1)`,
    [epoch, step.id, step.reached, step.cancelled, step.doneMs ?? null],
  )
}
