import type { Op, ThrownError } from '../dispatch/reply.ts'
import { hasSessions } from '../events/has-sessions.ts'
import { compileExpression } from '../functions/expression.ts'
import { isRecord } from '../json/read-json.ts'
import { type QueueItem, queueItem, type RunState } from '../runs/run-state.ts'
import { sleepUntil } from '../runs/sleep-until.ts'
import { type InvokeContext, planInvoke } from './plan-invoke.ts'
import type { Progress } from './progress.ts'

export type PlanStepContext = InvokeContext

const stepCallNames: Record<string, string> = {
  AIGateway: 'step.ai.infer',
  DeferAbort: 'defer',
  DeferAdd: 'defer',
  Gateway: 'step.fetch',
  WaitForSignal: 'step.waitForSignal',
}

/** Takes a step that is still to happen into the run; answers with an error where the engine cannot do it. */
export function planStep(run: RunState, progress: Progress, op: Op, context: PlanStepContext): ThrownError | undefined {
  if (run.steps.has(op.id) || run.pending.has(op.id)) return undefined
  const parts = { stepId: op.id, name: op.stepName, race: op.opts.parallelMode === 'race' }
  const { now } = context
  switch (op.op) {
    case 'StepPlanned':
      return add(run, progress, queueItem(run, { ...parts, kind: 'step', dueMs: now }))
    case 'Sleep': {
      const until = sleepUntil(op.name, now)
      if (until === undefined) return unreadableTime(op, 'sleeps for', op.name)
      return add(run, progress, queueItem(run, { ...parts, kind: 'sleep', dueMs: until }))
    }
    case 'WaitForEvent': {
      const until = sleepUntil(String(op.opts.timeout ?? ''), now)
      if (until === undefined) return unreadableTime(op, 'waits for', op.opts.timeout)
      const condition = typeof op.opts.if === 'string' && op.opts.if !== '' ? op.opts.if.toWellFormed() : undefined
      const problem = condition === undefined ? undefined : findProblem(op, condition)
      if (problem) return problem
      const waitsFor = { event: op.name, condition }
      return add(run, progress, queueItem(run, { ...parts, kind: 'wait', dueMs: until, waitsFor }))
    }
    case 'InvokeFunction': {
      if (isRecord(op.opts.payload) && hasSessions(op.opts.payload.meta)) return unsupported(op, 'sessions')
      const until = sleepUntil(String(op.opts.timeout || '365d'), now)
      if (until === undefined) return unreadableTime(op, 'waits for', op.opts.timeout)
      const item = queueItem(run, { ...parts, kind: 'invoke', dueMs: until })
      return planInvoke(run, progress, op, item, context) ? add(run, progress, item) : undefined
    }
    default:
      return unsupported(op, stepCallNames[op.op] ?? op.op)
  }
}

function add(run: RunState, progress: Progress, item: QueueItem): undefined {
  run.pending.add(item.stepId)
  progress.added.push({ ...item, taken: item.kind === 'step' })
}

function unsupported(op: Op, what: string): ThrownError {
  return { name: 'UnsupportedStep', message: `Step "${op.stepName}" uses ${what}, which this engine does not support` }
}

function unreadableTime(op: Op, what: string, time: unknown): ThrownError {
  return {
    name: 'InvalidTime',
    message: `Step "${op.stepName}" ${what} "${String(time ?? '')}", which is no duration and no time`,
  }
}

function findProblem(op: Op, condition: string): ThrownError | undefined {
  try {
    compileExpression(condition)
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { name: 'InvalidExpression', message: `Step "${op.stepName}" waits if "${condition}": ${reason}` }
  }
}
