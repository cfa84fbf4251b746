import type pg from 'pg'
import type { Activity } from './activity.ts'

export type Overview = {
  now: string
  mode: 'dev' | 'cloud'
  /** Runs with something under way or due, and runs that wait; counted up to `countedTo`. */
  running: number
  waiting: number
  countedTo: number
  failedLastHour: number
  /** Events of the last five minutes. */
  eventsLately: number
  /** By how much the oldest item that is due is late. */
  lagMs: number
}

export type OverviewReader = () => Promise<Overview>

type OverviewParts = { pool: pg.Pool; activity: Activity; mode: 'dev' | 'cloud'; now(): number }

const countedTo = 10_000
const keptMs = 1_000
const latelyMinutes = 5

// Both counts go by what is queued, found by index, and end at a bound.
const countQueue = {
  name: 'count-queue',
  text: `
with busy as (
  select run_id from engine.queue where owner is not null limit $2
), due as (
  select run_id, kind, due_ms from engine.queue where owner is null and due_ms <= $1 order by due_ms limit $2
), later as (
  select run_id, kind from engine.queue where owner is null and due_ms > $1 order by due_ms limit $2
), running as (
  select run_id from busy union select run_id from due
)
select (select count(*)::int from running) as running,
  (select count(distinct run_id)::int from later
   where kind not in ('cancel', 'timeout') and run_id not in (select run_id from running)) as waiting,
  (select min(due_ms) from due) as oldest_ms`,
}

const countFailed = `
select count(*)::int as failed
from (select status, ended_ms from engine.run order by id desc limit 10000) as newest
where status = 'Failed' and ended_ms >= $1 and ended_ms < $2`

/** The figures at the head of the page; read at most once a second, however many ask. */
export function createOverviewReader({ pool, activity, mode, now }: OverviewParts): OverviewReader {
  const startedMs = now()
  let failedBefore: Promise<number> | undefined
  let kept: { at: number; overview: Promise<Overview> } | undefined

  // What failed before this engine began is not in its memory: it is looked up once, among the newest runs.
  const readFailedBefore = async () => {
    const { rows } = await pool.query<{ failed: number }>(countFailed, [startedMs - 3_600_000, startedMs])
    return rows[0]?.failed ?? 0
  }

  const read = async (): Promise<Overview> => {
    const time = now()
    failedBefore ??= readFailedBefore()
    failedBefore.catch(() => {
      failedBefore = undefined
    })
    const [{ rows }, before] = await Promise.all([
      pool.query<{ running: number; waiting: number; oldest_ms: string | null }>({
        ...countQueue,
        values: [time, countedTo],
      }),
      failedBefore,
    ])
    const oldest = rows[0]?.oldest_ms
    return {
      now: new Date(time).toISOString(),
      mode,
      running: rows[0]?.running ?? 0,
      waiting: rows[0]?.waiting ?? 0,
      countedTo,
      failedLastHour: activity.failedWithin(60) + (time - startedMs < 3_600_000 ? before : 0),
      eventsLately: activity.eventsWithin(latelyMinutes),
      lagMs: oldest === null || oldest === undefined ? 0 : Math.max(0, time - Number(oldest)),
    }
  }

  return () => {
    if (kept && now() - kept.at < keptMs) return kept.overview
    const overview = read()
    kept = { at: now(), overview }
    overview.catch(() => {
      kept = undefined
    })
    return overview
  }
}
