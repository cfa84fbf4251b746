import { type QueueItem, type RunState, startTimeout } from '../runs/run-state.ts'
import { goOn } from './decide-reply.ts'
import { endRun } from './end-run.ts'
import { errorMemo, nothingMemo } from './memo.ts'
import { noProgress, type Progress } from './progress.ts'
import { recordStep } from './record-step.ts'

const ops: Record<string, string> = { sleep: 'Sleep', wait: 'WaitForEvent', invoke: 'InvokeFunction' }

/** What follows when an item that calls no app is due: a step ends and the run goes on, or the run is cancelled. */
export function decideWake(run: RunState, item: QueueItem, now: number): Progress {
  const progress = noProgress()
  if (item.kind === 'cancel' || item.kind === 'timeout') {
    if (item.stepId !== startTimeout || !run.called) return endRun(run, { status: 'Cancelled' }, now)
    progress.done.push(item)
    return progress
  }
  recordStep(run, progress, {
    id: item.stepId,
    op: ops[item.kind] ?? item.kind,
    stepName: item.name,
    memo: item.memo ?? timedOutMemo(item),
    attempt: item.attempt,
    startedMs: undefined,
    endedMs: now,
  })
  goOn(run, item, progress, now)
  return progress
}

const invokeTimeout = {
  name: 'InngestInvokeTimeoutError',
  message: 'Timed out waiting for invoked function to complete',
}

function timedOutMemo(item: QueueItem): string {
  return item.kind === 'invoke' ? errorMemo(invokeTimeout) : nothingMemo
}
