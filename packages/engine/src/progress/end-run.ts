import type { ThrownError } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { RunState } from '../runs/run-state.ts'
import { noProgress, type Progress } from './progress.ts'

export type Ending =
  | { status: 'Completed'; output: string }
  | { status: 'Failed'; error: ThrownError }
  | { status: 'Cancelled' }

/** Ends the run. Everything still in flight for it counts for nothing from here on. */
export function endRun(run: RunState, ending: Ending, now: number): Progress {
  run.status = ending.status
  return {
    ...noProgress(),
    ended: { runId: run.id, status: ending.status, output: outputOf(ending), endedMs: now },
  }
}

function outputOf(ending: Ending): string {
  if (ending.status === 'Completed') return ending.output
  if (ending.status === 'Failed') return canonicalJson(ending.error)
  return '{}'
}
