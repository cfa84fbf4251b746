import {
  findResumeRefusal,
  findRetryRefusal,
  findSettleRefusal,
  findUndoRefusal,
  type RecordedSagaStep,
  type RepairedIncident,
  type RepairedSaga,
  type RepairRefusal,
} from './decide-repair.ts'
import { sagaIncidentKinds } from './incident-kinds.ts'

type Repaired = { readonly incident: RepairedIncident; readonly saga: RepairedSaga | null }

/** What brings a saga that stopped to its end; its incident closes by itself then. */
export const waysOut = ['retry', 'resume', 'undo', 'settle-by-hand'] as const
export type WayOut = (typeof waysOut)[number]

/**
 * An incident is closed by a word alone only where nothing is owed: it is about no saga, or its saga has ended well. A saga
 * that waits for a person still owes money, stock or a state, and this incident is all that says so.
 */
export const findResolveRefusal = ({ incident, saga }: Repaired): RepairRefusal | null => {
  if (incident.resolved) return 'resolved'
  if (!sagaIncidentKinds.includes(incident.kind) || !saga) return null
  if (saga.status === 'RUNNING') return 'saga-running'
  return saga.status === 'NEEDS_ATTENTION' ? 'still-owes' : null
}

/** What can be done with a saga that stopped at this moment, instead of closing its incident. */
export const findWaysOut = (repaired: Repaired): readonly WayOut[] => waysOut.filter(way => isOpen[way](repaired))

const isOpen: Readonly<Record<WayOut, (repaired: Repaired) => boolean>> = {
  retry: repaired => findRetryRefusal(repaired) === null,
  resume: repaired => stepsOf(repaired).some(step => findResumeRefusal(repaired, step.stepId) === null),
  undo: repaired => findUndoRefusal(repaired) === null,
  'settle-by-hand': repaired => findSettleRefusal(repaired) === null,
}

const stepsOf = ({ saga }: Repaired): readonly RecordedSagaStep[] => saga?.steps ?? []
