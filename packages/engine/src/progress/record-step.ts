import type { Op } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import type { RunState } from '../runs/run-state.ts'
import type { Progress } from './progress.ts'

type StepEnd = Pick<Op, 'id' | 'op' | 'stepName' | 'startedMs'> & {
  memo: string
  input?: unknown
  attempt: number
  endedMs: number
}

/** Takes a finished step into the run. A step that is in it already keeps its first result. */
export function recordStep(run: RunState, progress: Progress, end: StepEnd): void {
  if (run.steps.has(end.id)) return
  run.steps.set(end.id, end.memo)
  progress.steps.push({
    runId: run.id,
    id: end.id,
    position: run.steps.size,
    op: end.op,
    name: end.stepName,
    memo: end.memo,
    input: end.input === undefined ? undefined : canonicalJson(end.input),
    attempt: end.attempt,
    startedMs: end.startedMs,
    endedMs: end.endedMs,
  })
}

/** Takes a step that the app has run to its end. */
export function recordOp(
  run: RunState,
  progress: Progress,
  op: Op,
  end: Pick<StepEnd, 'memo' | 'attempt' | 'endedMs'>,
): void {
  recordStep(run, progress, { ...op, ...end, input: op.opts.input })
}
