import type pg from 'pg'
import type { EngineEvent } from '../events/engine-event.ts'
import { readStoredEvent, type StoredEventRow } from '../events/stored-event.ts'

/** A held group whose time has come. */
export type DueGroup = {
  id: string
  functionId: string
  eventIds: string[]
  /** The first of its events; undefined where that is no longer stored. */
  event: EngineEvent | undefined
}

const dueHeld = {
  name: 'read-due-held',
  text: `
select h.id as held_id, h.function_id, h.event_ids, e.id, e.name, e.external_id, e.ts_ms, e.received_ms, e.payload
from engine.held h left join engine.event e on e.id = h.event_ids[1]
where h.due_ms <= $1
order by h.due_ms, h.id limit $2`,
}

const earliestHeld = { name: 'earliest-held', text: 'select min(due_ms) as due_ms from engine.held' }

type DueRow = { held_id: string; function_id: string; event_ids: string[] } & (StoredEventRow | { id: null })

/** Up to `limit` groups that are due, the earliest first. */
export async function readDueHeld(pool: pg.Pool, now: number, limit: number): Promise<DueGroup[]> {
  const { rows } = await pool.query<DueRow>({ ...dueHeld, values: [now, limit] })
  return rows.map(row => ({
    id: row.held_id,
    functionId: row.function_id,
    eventIds: row.event_ids,
    event: row.id === null ? undefined : readStoredEvent(row),
  }))
}

/** When the next group is due; undefined where nothing is held. */
export async function readEarliestHeld(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ due_ms: string | null }>(earliestHeld)
  const due = rows[0]?.due_ms
  return due === null || due === undefined ? undefined : Number(due)
}
