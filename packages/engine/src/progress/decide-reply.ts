import type { Op, Reply, ThrownError } from '../dispatch/reply.ts'
import { canonicalJson } from '../json/canonical-json.ts'
import { callItem, type QueueItem, type RunState } from '../runs/run-state.ts'
import { endRun } from './end-run.ts'
import { dataMemo, errorMemo } from './memo.ts'
import { planStep } from './plan-step.ts'
import { noProgress, type Progress } from './progress.ts'
import { recordStep } from './record-step.ts'

export type DecideContext = {
  now: number
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
      if (!again) return endRun(run, { status: 'Failed', error: reply.error }, context.now)
      return { ...noProgress(), moved: [again] }
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
  const progress = noProgress()
  let again: Progress['moved'][number] | undefined
  for (const op of reply.ops) {
    if (op.op === 'RunComplete') {
      const end = endRun(run, { status: 'Completed', output: canonicalJson(op.data) }, context.now)
      return { ...end, steps: progress.steps }
    }
    const failure = failureOf(op)
    if (failure && op.op !== 'StepFailed' && reply.retriable) again = retry(item, reply.retryAt, context)
    if (failure && !again) recordStep(run, progress, op, errorMemo(failure), item.attempt, context.now)
    else if (!failure && (op.op === 'StepRun' || op.op === 'Step')) {
      recordStep(run, progress, op, dataMemo(op.data), item.attempt, context.now)
    } else if (!failure) {
      const problem = planStep(run, progress, op, context.now)
      if (problem) return endRun(run, { status: 'Failed', error: problem }, context.now)
    }
  }
  if (again) progress.moved.push(again)
  else if (item.kind === 'call' && isStuck(run, progress)) return decideReply(run, item, stuckReply, context)
  else goOn(run, item, progress, context.now)
  return progress
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
function retry(
  item: QueueItem,
  retryAt: number | undefined,
  context: DecideContext,
): Progress['moved'][number] | undefined {
  if (item.attempt + 1 >= context.maxAttempts) return undefined
  const dueMs = retryAt ?? context.now + context.backoff(item.attempt)
  const taken = dueMs <= context.now
  return { ...item, attempt: item.attempt + 1, generation: item.generation + 1, dueMs, taken }
}

/** Ends this item, and calls the function again if nothing that it waits for is left. */
export function goOn(run: RunState, item: QueueItem, progress: Progress, now: number): void {
  const next = { ...callItem(run, now), taken: true }
  if (item.kind === 'call') {
    const waits = run.pending.size > 0 && !run.callAgain
    run.callAgain = false
    if (waits && progress.steps.length === 0) {
      run.calling = false
      progress.done.push(item)
    } else progress.moved.push(next)
    return
  }
  run.pending.delete(item.stepId)
  progress.done.push(item)
  if (!item.race && run.pending.size > 0) return
  if (run.calling) run.callAgain = true
  else {
    run.calling = true
    progress.added.push(next)
  }
}
