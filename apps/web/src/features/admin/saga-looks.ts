import type { SagaView } from '@makegood/core/saga/saga-views'
import { sagaWaits } from '@makegood/core/saga/saga-wakes'
import type { SeamDot, SeamLine } from '../../components/seam'

type Step = Pick<SagaView['steps'][number], 'status' | 'undoStatus'>

/** A step's mark: gold where it stands done, a gold ring where it was undone, rust where it stopped or its undo failed. */
export const stepDot = ({ status, undoStatus }: Step): SeamDot => {
  if (undoStatus === 'FAILED') return 'stopped'
  if (undoStatus === 'DONE') return 'mended'
  if (status === 'DONE') return 'done'
  return status === 'STARTED' ? 'now' : 'stopped'
}

/** The seam from each step to the next, as on the shopper's page: solid done, dashed undone, pale to come. */
export const stepLines = (steps: readonly Step[]): readonly SeamLine[] =>
  steps.map((step, index) => {
    const next = steps[index + 1]
    if (!next) return 'none'
    const dot = stepDot(step)
    if (dot === 'mended' || dot === 'stopped') return 'dashed'
    return next.status === 'STARTED' || dot === 'now' ? 'pale' : 'solid'
  })

type Saga = Pick<SagaView, 'status' | 'direction'> & {
  readonly steps: readonly (Step & Pick<SagaView['steps'][number], 'stepId' | 'error'>)[]
}

export type SagaLook = SagaView['status'] | 'PAUSED' | 'UNDOING' | 'WAITING' | 'RETRYING'

/** What a saga does: running says that it goes on by itself now; waiting, retrying and standing still are told apart from it. */
export const sagaLook = (saga: Saga, paused = false): SagaLook => {
  if (saga.status !== 'RUNNING') return saga.status
  if (paused) return 'PAUSED'
  if (saga.direction === 'UNDOING') return 'UNDOING'
  const looks = saga.steps.map(step => stepLook(step, saga))
  if (looks.includes('WAITING')) return 'WAITING'
  return looks.includes('RETRYING') ? 'RETRYING' : 'RUNNING'
}

/** What a step does or came to: one of a saga that goes on is tried again where it has failed. */
export const stepLook = (
  { stepId, status, undoStatus, error }: Saga['steps'][number],
  saga: Pick<SagaView, 'status' | 'direction'>,
): Step['status'] | 'WAITING' | 'RETRYING' => {
  const goesOn = saga.status === 'RUNNING' && saga.direction === 'FORWARD' && undoStatus === null
  if (status === 'STARTED' && sagaWaits.includes(stepId)) return 'WAITING'
  if (status === 'STARTED' && error !== null) return 'RETRYING'
  return status === 'FAILED' && goesOn ? 'RETRYING' : status
}

type Failing = Pick<SagaView['steps'][number], 'failures' | 'error' | 'undoError'>

/** The failed attempts of a step and its undo but the last of each that is told already as what stands in the way. */
export const earlierFailures = ({ failures, error, undoError }: Failing): Failing['failures'] => {
  const told = { step: error, undo: undoError }
  return failures.filter(
    (failure, index) =>
      failure.error !== told[failure.of] || failures.findLastIndex(({ of }) => of === failure.of) !== index,
  )
}

/** The steps of its plan that a saga has not begun: those that it has passed by were not needed, the others lie ahead of it. */
export const openSteps = (
  plan: readonly string[],
  steps: readonly Pick<Saga['steps'][number], 'stepId'>[],
): { readonly passed: readonly string[]; readonly ahead: readonly string[] } => {
  const begun = new Set(steps.map(({ stepId }) => stepId))
  const last = plan.findLastIndex(stepId => begun.has(stepId))
  return {
    passed: plan.slice(0, last + 1).filter(stepId => !begun.has(stepId)),
    ahead: plan.slice(last + 1),
  }
}

/** How long something took, in the unit a person would use. */
export const duration = (startedAt: string, endedAt: string): { unit: 'ms' | 's' | 'min' | 'h'; value: number } => {
  const ms = Math.max(0, new Date(endedAt).getTime() - new Date(startedAt).getTime())
  if (ms < 1_000) return { unit: 'ms', value: ms }
  if (ms < 60_000) return { unit: 's', value: Math.round(ms / 100) / 10 }
  if (ms < 3_600_000) return { unit: 'min', value: Math.round(ms / 6_000) / 10 }
  return { unit: 'h', value: Math.round(ms / 360_000) / 10 }
}
