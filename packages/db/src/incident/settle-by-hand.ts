import { DomainError } from '@makegood/core/errors'
import { byHandSteps, isByHandStep } from '@makegood/core/saga/by-hand'
import { findSettleRefusal } from '@makegood/core/saga/decide-repair'
import { isPermitted } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import type { Db, Tx } from '../client.ts'
import { closeIncident } from './close-incident.ts'
import { assertUnused, recordByHand } from './record-by-hand.ts'
import { refuseRepair } from './refuse-repair.ts'
import { goOn, type RepairRequest, repair } from './repair.ts'

export type SettleRequest = RepairRequest & {
  readonly role: Role
  readonly reason: string
  /** What the outside calls what was done there (a refund's id, a transfer's number); null where nothing had to be done. */
  readonly reference: string | null
}

/**
 * Records that a person did outside of the shop what a step or an undo could not do, once: the step counts as done, the
 * shop's books say so, the incident closes, and the saga goes on. Who may say it is asked for each step: of money it is
 * finance who answers.
 */
export const settleByHand = (db: Db, request: SettleRequest): Promise<void> =>
  repair(db, 'incident.settle', request, async (tx, locked) => {
    const { row, sagaRow } = locked
    const { incidentId, operatorId, reason, reference } = request
    refuseRepair(findSettleRefusal(locked))
    if (!isByHandStep(row.stepId) || !sagaRow) throw new Error(`${row.stepId} cannot be settled by hand`)
    if (!isPermitted(request.role, byHandSteps[row.stepId]))
      throw new DomainError('forbidden', `${request.role} may not settle ${row.stepId} by hand`)
    if (reference) await assertUnused(tx, reference)
    await recordByHand[row.stepId](tx, sagaRow, reference)
    await markDone(tx, sagaRow.id, row.stepId, { byHand: true, reason, reference })
    await closeIncident(tx, { incidentId, operatorId, resolution: 'settled-by-hand', note: reason })
    await goOn(tx, sagaRow, request)
    return { reason, details: { reference, generation: sagaRow.generation + 1 } }
  })

const markDone = async (tx: Tx, sagaId: string, stepId: string, result: object): Promise<void> => {
  const undone = stepId.match(/^undo:(.+)$/)?.[1]
  const changed = undone
    ? await tx.$executeRaw`
        update saga_step set undo_status = 'DONE', undo_error = null, undone_at = now()
        where saga_id = ${sagaId} and step_id = ${undone} and undo_status is distinct from 'DONE'`
    : await tx.$executeRaw`
        update saga_step set status = 'DONE', result = ${JSON.stringify(result)}::jsonb, error = null, ended_at = now()
        where saga_id = ${sagaId} and step_id = ${stepId} and status <> 'DONE'`
  if (changed !== 1) throw new Error(`${stepId} of ${sagaId} was settled while its saga was locked`)
}
