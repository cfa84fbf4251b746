import type { QueueItem, RunState } from '../runs/run-state.ts'
import { goOn } from './decide-reply.ts'
import { sleptMemo } from './memo.ts'
import { noProgress, type Progress } from './progress.ts'
import { recordStep } from './record-step.ts'

/** Ends a sleep whose time has come, and calls the function unless it waits for other steps as well. */
export function decideWake(run: RunState, item: QueueItem, now: number): Progress {
  const progress = noProgress()
  recordStep(run, progress, { id: item.stepId, op: 'Sleep', name: 'sleep' }, sleptMemo, item.attempt, now)
  goOn(run, item, progress, now)
  return progress
}
