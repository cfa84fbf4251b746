import { parseJson } from '../json/read-json.ts'

export type RunRow = {
  id: string
  function_id: string
  event_id: string
  status: string
  output: string | null
  started_ms: string
  ended_ms: string | null
  slug: string | null
}

export const runColumns = `r.id, r.function_id, r.event_id, r.status, r.output, r.started_ms, r.ended_ms,
  (select f.slug from engine.function f where f.id = r.function_id) as slug`

/** A run as the API shows it; function_slug is this engine's own addition. */
export function viewRun(row: RunRow) {
  return {
    run_id: row.id,
    run_started_at: new Date(Number(row.started_ms)).toISOString(),
    function_id: row.function_id,
    function_slug: row.slug,
    function_version: 0,
    environment_id: '00000000-0000-0000-0000-000000000000',
    event_id: row.event_id,
    status: row.status,
    ended_at: row.ended_ms === null ? null : new Date(Number(row.ended_ms)).toISOString(),
    ...(row.output === null ? {} : { output: parseJson(row.output)?.value }),
  }
}

/** The real server keeps its answers for seconds; this one reads them afresh each time, and says so. */
export function envelope<Data>(data: Data, now: number) {
  const time = new Date(now).toISOString()
  return { data, metadata: { fetched_at: time, cached_until: time } }
}
