import type { ThrownError } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { RunState } from '../runs/run-state.ts'
import { errorMemo, failureOf } from './memo.ts'
import { noProgress, type Progress } from './progress.ts'

export type Ending =
  | { status: 'Completed'; output: string }
  | { status: 'Failed'; error: ThrownError }
  | { status: 'Cancelled' }

/** Ends the run. Everything still in flight for it counts for nothing from here on. */
export function endRun(run: RunState, ending: Ending, now: number): Progress {
  run.status = ending.status
  const memo = memoFor(ending)
  return {
    ...noProgress(),
    answer: run.parent && { ...run.parent, memo },
    ended: { runId: run.id, status: ending.status, output: outputOf(ending), endedMs: now },
  }
}

function outputOf(ending: Ending): string {
  if (ending.status === 'Completed') return ending.output
  if (ending.status === 'Failed') return canonicalJson(ending.error)
  return '{}'
}

/** What the step that invoked the run gets. */
function memoFor(ending: Ending): string {
  if (ending.status === 'Completed') return `{"data":${ending.output}}`
  if (ending.status === 'Failed') return errorMemo(failureOf(ending.error))
  return errorMemo({ name: 'Error', message: 'The invoked function was cancelled' })
}
