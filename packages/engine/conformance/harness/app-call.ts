/** One request of the server to the app, and what the app answered. */
export type AppCall = {
  at: number
  /** The function's id within its app. */
  fn: string
  /** `step`, or the hash of the one step that is asked for. */
  step: string
  attempt: number
  maxAttempts: number
  runId: string
  headers: Record<string, string | string[] | undefined>
  body: CallBody
  reply?: { status: number; body: unknown }
}

export type CallBody = {
  event: SeenEvent
  events: SeenEvent[]
  steps: Record<string, unknown>
  ctx: {
    run_id: string
    attempt: number
    max_attempts: number
    fn_id: string
    disable_immediate_execution: boolean
    [key: string]: unknown
  }
  version: number
}

export type SeenEvent = { id?: string; name: string; data: Record<string, unknown>; ts?: number; v?: string }
