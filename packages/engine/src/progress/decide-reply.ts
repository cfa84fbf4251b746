import type { Op, Reply, ThrownError } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { callItem, callStep, type QueueEntry, type QueueItem, type RunState } from '../runs/run-state.ts'
import { endRun } from './end-run.ts'
import { dataMemo, errorMemo, withoutMark } from './memo.ts'
import { type PlanStepContext, planStep } from './plan-step.ts'
import { type FailedAttempt, noProgress, type Progress } from './progress.ts'
import { recordOp } from './record-step.ts'

export type DecideContext = PlanStepContext & {
  maxAttempts: number
  /** When to try again after a failed attempt for which the app named no time. */
  backoff(attempt: number): number
}

type Answer = Exclude<Reply, { type: 'away' }>

/**
 * What a reply to a call changes: the run in memory at once, and the same as Progress for Postgres.
 * Attempts are counted per queue item; whatever gets a run further starts the next item at attempt 0.
 */
export function decideReply(run: RunState, item: QueueItem, reply: Answer, context: DecideContext): Progress {
  switch (reply.type) {
    case 'complete':
      return endRun(run, { status: 'Completed', output: canonicalJson(reply.output) }, context.now)
    case 'error': {
      const again = reply.retriable ? retry(item, reply.retryAt, context) : undefined
      const failures = [failedAttempt(item, callStep, callStep, reply.error, context.now)]
      if (!again) return { ...endRun(run, { status: 'Failed', error: reply.error }, context.now), failures }
      return { ...noProgress(), moved: [again], failures }
    }
    case 'ops':
      return decideOps(run, item, reply, context)
  }
}

function decideOps(
  run: RunState,
  item: QueueItem,
  reply: Extract<Reply, { type: 'ops' }>,
  context: DecideContext,
): Progress {
  run.answered = true
  if (reply.ops.length > 1) run.together = true
  const progress = noProgress()
  let again: QueueEntry | undefined
  for (const op of reply.ops) {
    const failure = failureOf(op)
    if (op.op === 'RunComplete') {
      const end = endRun(run, { status: 'Completed', output: canonicalJson(op.data) }, context.now)
      return { ...end, steps: progress.steps, failures: progress.failures }
    }
    if (failure) {
      progress.failures.push(failedAttempt(item, op.id, op.stepName, failure, context.now))
      if (op.op !== 'StepFailed' && reply.retriable) again = retry(item, reply.retryAt, context)
      if (!again) recordOp(run, progress, op, endOf(item, errorMemo(failure), context.now))
    } else if (op.op === 'StepRun' || op.op === 'Step') {
      recordOp(run, progress, op, endOf(item, dataMemo(op.data), context.now))
    } else {
      const problem = planStep(run, progress, op, context)
      if (problem) {
        const end = endRun(run, { status: 'Failed', error: problem }, context.now)
        return { ...end, steps: progress.steps, failures: progress.failures }
      }
    }
  }
  if (again) progress.moved.push(again)
  else if (item.kind === 'call' && isStuck(run, progress)) return decideReply(run, item, stuckReply, context)
  else goOn(run, item, progress, context.now)
  return progress
}

function endOf({ attempt }: QueueItem, memo: string, endedMs: number) {
  return { memo, attempt, endedMs }
}

function failedAttempt(
  { runId, attempt }: QueueItem,
  stepId: string,
  name: string,
  error: ThrownError,
  atMs: number,
): FailedAttempt {
  return { runId, stepId, attempt, name, error: canonicalJson(withoutMark(error)), atMs }
}

// Without this, an app that names finished steps for ever would be called for ever.
const stuckReply: Answer = {
  type: 'error',
  error: { name: 'NoProgress', message: 'The app named no step that is not finished already' },
  retriable: true,
  retryAt: undefined,
}

function isStuck(run: RunState, progress: Progress): boolean {
  return progress.steps.length === 0 && run.pending.size === 0 && !run.callAgain
}

function failureOf(op: Op): ThrownError | undefined {
  if (op.op !== 'StepError' && op.op !== 'StepFailed' && !op.error) return undefined
  return op.error ?? { name: 'Error', message: 'The step failed without an error' }
}

/** The same item once more, later; undefined once its attempts are used up. */
function retry(item: QueueItem, retryAt: number | undefined, context: DecideContext): QueueEntry | undefined {
  if (item.attempt + 1 >= context.maxAttempts) return undefined
  const dueMs = retryAt ?? context.now + context.backoff(item.attempt)
  const taken = dueMs <= context.now
  return { ...item, planOnly: false, attempt: item.attempt + 1, generation: item.generation + 1, dueMs, taken }
}

/** Ends this item, and calls the function again if nothing that it waits for is left. */
export function goOn(run: RunState, item: QueueItem, progress: Progress, now: number): void {
  if (item.kind === 'call') {
    const waits = run.pending.size > 0 && !run.callAgain
    run.callAgain = false
    if (waits && progress.steps.length === 0) {
      run.calling = false
      progress.done.push(item)
    } else progress.moved.push(nextCall(run, item, now))
    return
  }
  run.pending.delete(item.stepId)
  progress.done.push(item)
  if (!item.race && run.pending.size > 0) return
  if (run.calling) run.callAgain = true
  else {
    run.calling = true
    progress.added.push(nextCall(run, item, now))
  }
}

/** After a sleep that ended a group of steps the call only plans, as the real server's does; checkpoints resume after it. */
function nextCall(run: RunState, item: QueueItem, now: number): QueueEntry {
  const planOnly = item.kind === 'sleep' && run.together
  run.together = false
  return { ...callItem(run, now), taken: true, planOnly }
}
