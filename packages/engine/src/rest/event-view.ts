import { isRecord, parseJson } from '../json/read-json.ts'
import { isoTime, noUuid } from './run-view.ts'

export type EventRow = {
  id: string
  name: string
  external_id: string | null
  ts_ms: string
  received_ms: string
  payload: string
  payload_bytes: number
}

/** An event as the API shows it; one that was read in part has `data_preview` and `data_bytes` for its data. */
export function viewEvent(row: EventRow) {
  const whole = Buffer.byteLength(row.payload) === row.payload_bytes
  const payload = whole ? parseJson(row.payload)?.value : undefined
  const body = isRecord(payload) ? payload : {}
  return {
    internal_id: row.id,
    account_id: noUuid,
    environment_id: noUuid,
    source: '',
    source_id: null,
    received_at: isoTime(row.received_ms),
    id: row.external_id ?? row.id,
    name: row.name,
    ...(whole ? { data: body.data ?? {} } : previewData(row)),
    ...(isRecord(body.user) && Object.keys(body.user).length > 0 ? { user: body.user } : {}),
    ts: Number(row.ts_ms),
    ...(typeof body.v === 'string' ? { v: body.v } : {}),
  }
}

/** The payload's keys are sorted, so it begins with the data. */
function previewData(row: EventRow) {
  return { data_preview: row.payload.slice('{"data":'.length), data_bytes: row.payload_bytes }
}
