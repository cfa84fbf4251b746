import type { EngineEvent } from './engine-event.ts'

/** An event as it stands in Postgres. */
export type StoredEventRow = {
  id: string
  name: string
  external_id: string | null
  ts_ms: string
  received_ms: string
  payload: string
}

export function readStoredEvent(row: StoredEventRow): EngineEvent {
  return {
    id: row.id,
    name: row.name,
    externalId: row.external_id ?? undefined,
    tsMs: Number(row.ts_ms),
    receivedMs: Number(row.received_ms),
    body: JSON.parse(row.payload) as EngineEvent['body'],
    payload: row.payload,
  }
}
