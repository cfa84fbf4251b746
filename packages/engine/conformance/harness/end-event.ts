import type { SeenEvent } from './app-call.ts'

/** What the server's own events at the end of a run (inngest/function.failed, finished, cancelled) carry. */
export type EndEvent = {
  id: string
  data: {
    _inngest: { status: string }
    function_id: string
    run_id: string
    event: SeenEvent
    error?: { name: string; message: string }
    result?: unknown
  }
}
