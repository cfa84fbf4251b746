import { cutColumn, viewJson } from './json-view.ts'

export type RunRow = {
  id: string
  function_id: string
  event_id: string
  event_ids: string[]
  status: string
  output: string | null
  output_bytes: number | null
  started_ms: string
  ended_ms: string | null
  slug: string | null
  parent_run_id: string | null
  parent_step_id: string | null
  original_run_id: string | null
  waits_until_ms: string | null
  event_name: string | null
}

/** No text is longer: for callers who want all of it. */
export const uncut = 2_000_000_000

// A run waits when nothing of it is under way or due: then the earliest of its items says until when.
const waitsUntil = `case when r.status = 'Running' then (
    select min(q.due_ms) from engine.queue q
    where q.run_id = r.id and q.kind not in ('cancel', 'timeout')
    having bool_and(q.owner is null)) end`

/** The columns of a RunRow; the parameter says how many characters of the output are wanted. */
export function runColumns(cutParameter: string): string {
  return `r.id, r.function_id, r.event_id, r.event_ids, r.status, r.started_ms, r.ended_ms,
  ${cutColumn('r.output', cutParameter)} as output, octet_length(r.output) as output_bytes,
  r.parent_run_id, r.parent_step_id, r.original_run_id, ${waitsUntil} as waits_until_ms,
  (select e.name from engine.event e where e.id = r.event_id) as event_name,
  (select f.slug from engine.function f where f.id = r.function_id) as slug`
}

/**
 * A run as the API shows it. The engine's own additions: function_slug, event_ids, event_name, waits_until (nothing of it
 * happens before that time) and the parent's ids.
 */
export function viewRun(row: RunRow, now: number) {
  const waitsUntilMs = row.waits_until_ms === null ? 0 : Number(row.waits_until_ms)
  return {
    run_id: row.id,
    run_started_at: isoTime(row.started_ms),
    function_id: row.function_id,
    function_slug: row.slug,
    function_version: 0,
    environment_id: noUuid,
    event_id: row.event_id,
    event_ids: row.event_ids,
    ...(row.event_name === null ? {} : { event_name: row.event_name }),
    status: row.status,
    ended_at: row.ended_ms === null ? null : isoTime(row.ended_ms),
    ...(waitsUntilMs > now ? { waits_until: isoTime(waitsUntilMs) } : {}),
    ...(row.parent_run_id === null ? {} : { parent_run_id: row.parent_run_id, parent_step_id: row.parent_step_id }),
    ...(row.original_run_id === null ? {} : { original_run_id: row.original_run_id }),
    ...viewJson('output', { text: row.output, bytes: row.output_bytes ?? 0 }),
  }
}

/** What stands for an account and an environment, which this engine does not know. */
export const noUuid = '00000000-0000-0000-0000-000000000000'

export function isoTime(ms: number | string): string {
  return new Date(Number(ms)).toISOString()
}

/** The real server keeps its answers for seconds; this one reads them afresh each time, and says so. */
export function envelope<Data>(data: Data, now: number, more: Record<string, unknown> = {}) {
  const time = isoTime(now)
  return { data, metadata: { fetched_at: time, cached_until: time, ...more } }
}
