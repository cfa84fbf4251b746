import type { Op, ThrownError } from '../dispatch/reply.ts'
import type { QueueItem, QueueKind, RunState } from '../runs/run-state.ts'
import { sleepUntil } from '../runs/sleep-until.ts'
import type { Progress } from './progress.ts'

const stepCallNames: Record<string, string> = {
  AIGateway: 'step.ai.infer',
  DeferAbort: 'defer',
  DeferAdd: 'defer',
  Gateway: 'step.fetch',
  InvokeFunction: 'step.invoke',
  WaitForEvent: 'step.waitForEvent',
  WaitForSignal: 'step.waitForSignal',
}

/** Takes a step that is still to happen into the run; answers with an error where the engine cannot do it. */
export function planStep(run: RunState, progress: Progress, op: Op, now: number): ThrownError | undefined {
  if (run.steps.has(op.id) || run.pending.has(op.id)) return undefined
  const planned = itemFor(run, op, now)
  if ('message' in planned) return planned
  run.pending.add(op.id)
  progress.added.push({ ...planned, taken: planned.kind === 'step' })
  return undefined
}

function itemFor(run: RunState, op: Op, now: number): QueueItem | ThrownError {
  const item = (kind: QueueKind, dueMs: number): QueueItem => ({
    runId: run.id,
    stepId: op.id,
    functionId: run.functionId,
    kind,
    dueMs,
    attempt: 0,
    generation: 1,
    race: op.opts.parallelMode === 'race',
  })
  if (op.op === 'StepPlanned') return item('step', now)
  if (op.op === 'Sleep') {
    const until = sleepUntil(op.name, now)
    if (until !== undefined) return item('sleep', until)
    return {
      name: 'InvalidSleep',
      message: `Step "${op.name}" sleeps for "${op.name}", which is no duration and no time`,
    }
  }
  const call = stepCallNames[op.op] ?? op.op
  return { name: 'UnsupportedStep', message: `Step "${op.name}" uses ${call}, which this engine does not support` }
}
