import type pg from 'pg'
import type { Slice, SliceEnd } from './remove-runs.ts'

// An event stays while a run that it started is there, alone or with others. The id tells roughly when the event came:
// it may carry its sender's time, so the time at which it was received decides.
const removeEvents = {
  name: 'retention-remove-events',
  text: `
with slice as materialized (
  select id, received_ms from engine.event where id > $1 and id < $2 order by id limit $4
), gone as (
  delete from engine.event e
  where e.id = any(array(select id from slice where received_ms < $3))
    and not (e.id = any($6::text[]))
    and not exists (select from engine.run r where r.event_id = e.id)
    and not exists (select from engine.run r where r.event_ids @> array[e.id] and cardinality(r.event_ids) > 1)
    and exists (select from engine.instance where epoch = $5)
  returning e.id
)
select (select max(id) from slice) as last, (select count(*) from slice)::int as seen,
  (select count(*) from gone)::int as removed`,
}

/** Removes the old events among the next ones by id that no run needs and that are not in `held`. */
export async function removeEventSlice(pool: pg.Pool, slice: Slice, held: string[]): Promise<SliceEnd> {
  const { after, before, endedBefore, most, epoch } = slice
  const { rows } = await pool.query<{ last: string | null; seen: number; removed: number }>({
    ...removeEvents,
    values: [after, before, endedBefore, most, epoch, held],
  })
  const row = rows[0]
  return { reached: row && row.seen === most ? (row.last ?? undefined) : undefined, removed: row?.removed ?? 0 }
}

/** Old events that wait in a group to start a run; no event joins them that is not younger. */
export async function readHeldEvents(pool: pg.Pool, receivedBefore: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select unnest(event_ids) as id from engine.held where first_ms < $1',
    [receivedBefore],
  )
  return rows.map(row => row.id)
}
