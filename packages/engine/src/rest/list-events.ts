import type pg from 'pg'
import type { EventRow } from './event-view.ts'
import { cutColumn } from './json-view.ts'
import { ulidBefore } from './ulid-time.ts'

export type EventFilter = {
  cursor: string | undefined
  name: string | undefined
  receivedAfterMs: number | undefined
  receivedBeforeMs: number | undefined
  internal: boolean
  limit: number
  cut: number
}

export type EventPage = { rows: EventRow[]; cursor: string | undefined }

const mostLookedThrough = 10_000
const afterAllIds = '~'
/** An id bears the time at its sender, whose clock may be off by this much. */
const clockSlackMs = 86_400_000

const listEvents = {
  name: 'list-events',
  text: `
with found as materialized (
  select id, received_ms from (
    select id, name, received_ms from engine.event where id < $1 and id >= $2 order by id desc limit $8
  ) as newest
  where ($3::text is null or name = $3)
    and ($4::bigint is null or received_ms >= $4)
    and ($5::bigint is null or received_ms <= $5)
    and ($6 or name not like 'inngest/%')
  limit $7
)
select (select id from engine.event where id < $1 and id >= $2 order by id desc offset $8::int - 1 limit 1) as floor,
  null::text as found
where (select count(*) from found) < $7
union all
select null, id from found`,
}

const readEvents = {
  name: 'read-listed-events',
  text: `
select e.id, e.name, e.external_id, e.ts_ms, e.received_ms, octet_length(e.payload) as payload_bytes,
  ${cutColumn('e.payload', '$2')} as payload
from engine.event e where e.id = any($1) order by e.id desc`,
}

/** Events, newest first, in pages; one request looks through a bounded number of them, as with runs. */
export async function listEventPage(pool: pg.Pool, filter: EventFilter): Promise<EventPage> {
  const { receivedAfterMs, receivedBeforeMs } = filter
  const newest = receivedBeforeMs === undefined ? afterAllIds : ulidBefore(receivedBeforeMs + clockSlackMs)
  const oldest = receivedAfterMs === undefined ? '' : ulidBefore(receivedAfterMs - clockSlackMs)
  const below = filter.cursor !== undefined && filter.cursor < newest ? filter.cursor : newest
  const { rows: found } = await pool.query<{ floor: string | null; found: string | null }>({
    ...listEvents,
    values: [
      below,
      oldest,
      filter.name ?? null,
      receivedAfterMs ?? null,
      receivedBeforeMs ?? null,
      filter.internal || filter.name !== undefined,
      filter.limit,
      mostLookedThrough,
    ],
  })
  const ids = found.flatMap(row => row.found ?? []).sort()
  const { rows } = await pool.query<EventRow>({ ...readEvents, values: [ids, filter.cut] })
  const full = ids.length === filter.limit
  return { rows, cursor: (full ? ids[0] : found.find(row => row.floor)?.floor) ?? undefined }
}
