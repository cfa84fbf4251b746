import { isRecord } from '../json/read-json.ts'

/**
 * Whether an event asks to be grouped into sessions, by its sender's wish or by those of the run that sent it. To cut
 * inherited sessions (null) asks for nothing here, where there are none.
 */
export function hasSessions(meta: unknown): boolean {
  if (!isRecord(meta)) return false
  return [meta.sessions, meta.propagated_sessions].some(
    layer => isRecord(layer) && Object.values(layer).some(id => id !== null),
  )
}
