import type pg from 'pg'
import { type RunRow, runColumns } from './run-view.ts'

export type RunFilter = {
  cursor: string | undefined
  functionSlug: string | undefined
  status: string | undefined
  limit: number
  cut: number
}

export type RunPage = {
  rows: RunRow[]
  /** Where to go on: everything from here up has been looked through. Undefined at the end of the table. */
  cursor: string | undefined
}

/** How many runs one request looks through: status has no index on purpose, for it changes with every run. */
export const mostLookedThrough = 10_000

const afterAllIds = '~'

// The inner limit bounds the work whatever the filter finds; the last row says how far it came, and is only read where
// the page is not full.
const listRuns = {
  name: 'list-runs',
  text: `
with found as materialized (
  select id from (
    select id, function_id, status from engine.run where id < $1 order by id desc limit $5
  ) as newest
  where ($2::text is null or function_id = (select f.id from engine.function f where f.slug = $2))
    and ($3::text is null or status = $3)
  limit $4
)
select (select id from engine.run where id < $1 order by id desc offset $5::int - 1 limit 1) as floor,
  null::text as found
where (select count(*) from found) < $4
union all
select null, id from found`,
}

const readRuns = {
  name: 'read-listed-runs',
  text: `select ${runColumns('$2')} from engine.run r where r.id = any($1) order by r.id desc`,
}

/** Runs, newest first. Its cost does not grow with the table: a rare kind of run may need several requests. */
export async function listRunPage(pool: pg.Pool, filter: RunFilter): Promise<RunPage> {
  const { rows: found } = await pool.query<{ floor: string | null; found: string | null }>({
    ...listRuns,
    values: [
      filter.cursor ?? afterAllIds,
      filter.functionSlug ?? null,
      filter.status ?? null,
      filter.limit,
      mostLookedThrough,
    ],
  })
  const ids = found.flatMap(row => row.found ?? []).sort()
  const { rows } = await pool.query<RunRow>({ ...readRuns, values: [ids, filter.cut] })
  const full = ids.length === filter.limit
  return { rows, cursor: (full ? ids[0] : found.find(row => row.floor)?.floor) ?? undefined }
}
