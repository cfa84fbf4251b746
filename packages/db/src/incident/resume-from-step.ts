import { findResumeRefusal } from '@makegood/core/saga/decide-repair'
import type { Db } from '../client.ts'
import { refuseRepair } from './refuse-repair.ts'
import { goOn, type RepairRequest, reopenStep, repair } from './repair.ts'

/**
 * Lets a saga that stopped go on at this step, once: only forwards, only at a step that is not done, and only where
 * everything before it is. What is done is never done a second time.
 */
export const resumeFromStep = (db: Db, request: RepairRequest & { readonly stepId: string }): Promise<void> =>
  repair(db, 'incident.resume', request, async (tx, locked) => {
    const { stepId } = request
    refuseRepair(findResumeRefusal(locked, stepId))
    const { sagaRow } = locked
    if (!sagaRow) throw new Error(`incident ${request.incidentId} is about no saga`)
    await reopenStep(tx, sagaRow.id, stepId)
    await goOn(tx, sagaRow, request)
    return { details: { fromStep: stepId, generation: sagaRow.generation + 1 } }
  })
