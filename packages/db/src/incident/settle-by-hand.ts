import { DomainError } from '@makegood/core/errors'
import { type ByHandStep, byHandSteps, isByHandStep } from '@makegood/core/saga/by-hand'
import { findSettleRefusal } from '@makegood/core/saga/decide-repair'
import { isPermitted } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { closeIncident } from './close-incident.ts'
import type { LockedIncident, SagaRow } from './lock-incident.ts'
import { readSettledStake } from './read-settled-stake.ts'
import { assertUnused, recordByHand } from './record-by-hand.ts'
import { refuseRepair } from './refuse-repair.ts'
import { goOn, type RepairRequest, repairIn } from './repair.ts'

export type SettleRequest = RepairRequest & {
  readonly role: Role
  readonly reason: string
  /** What the outside calls what was done there (a refund's id, a transfer's number); null where nothing had to be done. */
  readonly reference: string | null
  /** True where somebody else has approved it: then it counts as nothing that was given alone. */
  readonly approved?: boolean
}

/**
 * Records that a person did outside of the shop what a step or an undo could not do, once: the step counts as done, the
 * shop's books say so, the incident closes, and the saga goes on. Who may say it is asked for each step: of money it is
 * finance who answers. Whether one may say it alone is asked before (`settle-or-ask`).
 */
export const settleByHand = (db: Db, request: SettleRequest): Promise<void> =>
  inTransaction(db, tx => settleIn(tx, request))

/** The same in the caller's transaction. */
export const settleIn = (tx: Tx, request: SettleRequest): Promise<void> =>
  repairIn(tx, 'incident.settle', request, async (_, locked) => {
    const { incidentId, operatorId, reason, reference, approved = false } = request
    const { stepId, saga } = await assertCanSettle(tx, locked, request)
    const stake = await readSettledStake(tx, stepId, saga)
    const amountMinor = stake?.amountMinor ?? 0n
    await recordByHand[stepId](tx, saga, reference)
    await markDone(tx, saga.id, stepId, { byHand: true, reason, reference })
    const settledAloneMinor = approved ? 0n : amountMinor
    await closeIncident(tx, { incidentId, operatorId, resolution: 'settled-by-hand', note: reason, settledAloneMinor })
    await goOn(tx, saga, request)
    const generation = saga.generation + 1
    return { reason, details: { reference, generation, ...(stake ? { amountMinor: `${amountMinor}` } : {}) } }
  })

type SaidBy = Pick<SettleRequest, 'role' | 'reference'>

/** What is settled, of a locked incident; throws where it cannot be settled by hand, or not by this role or reference. */
export const assertCanSettle = async (
  tx: Tx,
  locked: LockedIncident,
  { role, reference }: SaidBy,
): Promise<{ readonly stepId: ByHandStep; readonly saga: SagaRow }> => {
  const { row, sagaRow } = locked
  const { stepId } = row
  refuseRepair(findSettleRefusal(locked))
  if (!isByHandStep(stepId) || !sagaRow) throw new Error(`${stepId} cannot be settled by hand`)
  if (!isPermitted(role, byHandSteps[stepId]))
    throw new DomainError('forbidden', `${role} may not settle ${stepId} by hand`)
  if (reference) await assertUnused(tx, reference)
  return { stepId, saga: sagaRow }
}

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
