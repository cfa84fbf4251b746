import type { Op } from '../dispatch/reply.ts'
import type { RunState } from '../runs/run-state.ts'
import type { Progress } from './progress.ts'

/** Takes a finished step into the run. A step that is in it already keeps its first result. */
export function recordStep(
  run: RunState,
  progress: Progress,
  op: Pick<Op, 'id' | 'op' | 'name'>,
  memo: string,
  attempt: number,
  now: number,
): void {
  if (run.steps.has(op.id)) return
  run.steps.set(op.id, memo)
  const { id, op: kind, name } = op
  progress.steps.push({
    runId: run.id,
    id,
    position: run.steps.size,
    op: kind,
    name,
    memo,
    attempt,
    endedMs: now,
  })
}
