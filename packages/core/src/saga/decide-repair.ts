import { isByHandStep } from './by-hand.ts'
import { type IncidentKind, sagaIncidentKinds } from './incident-kinds.ts'
import type { SagaName } from './saga-starts.ts'
import { canTurnRound } from './saga-ways.ts'

export type RecordedSagaStep = {
  readonly stepId: string
  readonly kind: 'undoable' | 'pivot' | 'forward-only'
  readonly position: number
  readonly status: 'STARTED' | 'DONE' | 'REFUSED' | 'FAILED'
  readonly undoStatus: 'DONE' | 'FAILED' | null
}

export type RepairedSaga = {
  readonly name: SagaName
  readonly status: 'RUNNING' | 'COMPLETED' | 'UNDONE' | 'NEEDS_ATTENTION'
  readonly direction: 'FORWARD' | 'UNDOING'
  readonly steps: readonly RecordedSagaStep[]
}

export type RepairedIncident = {
  readonly kind: IncidentKind
  readonly stepId: string
  readonly resolved: boolean
  /** True where the event that could not be handled is kept, to be sent again. */
  readonly hasEvent: boolean
  /** True while somebody says that it was settled by hand and another has still to agree. */
  readonly asked: boolean
}

export const repairRefusals = [
  /** Somebody else was quicker. */
  'resolved',
  'saga-running',
  'saga-ended',
  /** The incident is about no saga that stopped, or about an event that was not kept. */
  'nothing-to-repair',
  'saga-undoing',
  'pivot-done',
  'no-way-back',
  'step-unknown',
  'step-done',
  'step-before-open',
  'not-by-hand',
  /** The saga has stopped with something undone: closing its incident would put money, stock or a state out of sight. */
  'still-owes',
  /** What is said to have been done outside would be done a second time. */
  'settlement-asked',
] as const
export type RepairRefusal = (typeof repairRefusals)[number]

type Repaired = { readonly incident: RepairedIncident; readonly saga: RepairedSaga | null }

/** Why the saga of this incident cannot be taken up again at this moment; null where it can. */
const findSagaRefusal = ({ incident, saga }: Repaired): RepairRefusal | null => {
  if (incident.resolved) return 'resolved'
  if (!sagaIncidentKinds.includes(incident.kind) || !saga) return 'nothing-to-repair'
  if (saga.status === 'RUNNING') return 'saga-running'
  return saga.status === 'NEEDS_ATTENTION' ? null : 'saga-ended'
}

/** The same for what would do again what somebody says was done outside, until another has decided about that. */
const findMoveRefusal = (repaired: Repaired): RepairRefusal | null =>
  findSagaRefusal(repaired) ?? (repaired.incident.asked ? 'settlement-asked' : null)

/** To try again what stopped: the saga goes on from its last recorded step, an event is sent anew. */
export const findRetryRefusal = (repaired: Repaired): RepairRefusal | null => {
  const { incident } = repaired
  if (incident.kind !== 'event-failed') return findMoveRefusal(repaired)
  if (incident.resolved) return 'resolved'
  return incident.hasEvent ? null : 'nothing-to-repair'
}

/** To go on at a step: one that is not done, with nothing open before it. What is done is never done a second time. */
export const findResumeRefusal = (repaired: Repaired, stepId: string): RepairRefusal | null => {
  const refusal = findMoveRefusal(repaired)
  if (refusal || !repaired.saga) return refusal
  const { direction, steps } = repaired.saga
  if (direction === 'UNDOING') return 'saga-undoing'
  const step = steps.find(candidate => candidate.stepId === stepId)
  if (!step) return 'step-unknown'
  if (step.status === 'DONE') return 'step-done'
  const openBefore = steps.some(other => other.position < step.position && other.status !== 'DONE')
  return openBefore ? 'step-before-open' : null
}

/** To turn a saga round: not past its pivot, and not where its beginning was the point of no return. */
export const findUndoRefusal = (repaired: Repaired): RepairRefusal | null => {
  const refusal = findMoveRefusal(repaired)
  if (refusal || !repaired.saga) return refusal
  const { name, direction, steps } = repaired.saga
  if (direction === 'UNDOING') return 'saga-undoing'
  if (!canTurnRound[name]) return 'no-way-back'
  return steps.some(step => step.kind === 'pivot' && step.status === 'DONE') ? 'pivot-done' : null
}

/** To say that what failed was done outside of the shop: only what can be done there, and only what has failed. */
export const findSettleRefusal = (repaired: Repaired): RepairRefusal | null => {
  const refusal = findSagaRefusal(repaired)
  if (refusal || !repaired.saga) return refusal
  const { stepId } = repaired.incident
  if (!isByHandStep(stepId)) return 'not-by-hand'
  const undo = stepId.startsWith('undo:')
  const step = repaired.saga.steps.find(candidate => candidate.stepId === stepId.replace(/^undo:/, ''))
  if (!step) return 'step-unknown'
  const done = undo ? step.undoStatus === 'DONE' : step.status === 'DONE'
  if (done) return 'step-done'
  return undo && repaired.saga.direction === 'FORWARD' ? 'not-by-hand' : null
}
