/** An event as the engine keeps it. */
export type EngineEvent = {
  /** The engine's own id, a ULID. */
  id: string
  name: string
  /** The sender's id, by which a repeated event starts nothing for 24 hours. */
  externalId: string | undefined
  tsMs: number
  receivedMs: number
  /** What functions see, and expressions are asked about. */
  body: { data: Record<string, unknown>; id: string; name: string; ts: number; user: Record<string, unknown> }
  /** The body as canonical JSON. */
  payload: string
}
