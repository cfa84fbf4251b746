import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { operatorId } from '../actors/operator.ts'
import type { World } from '../world.ts'
import type { Incident } from './open-incidents.ts'

/** The money steps that a person can take in a saga's place, and the step whose charge each is about. */
const chargeSteps: Readonly<Record<string, string>> = {
  'undo:charge-card': 'charge-card',
  'undo:charge-top-up': 'charge-top-up',
}

/**
 * An operator of finance looks the charge up on the gateway's own page, gives back there what it still keeps, and says so in
 * the shop. False where this incident is not about a charge to be undone.
 */
export const settleOutside = async (world: World, incident: Incident): Promise<boolean> => {
  const step = chargeSteps[incident.stepId]
  if (!step) return false
  const { db, deps } = world.playground.stand
  const found = await deps.gateway.findByKey(`${incident.sagaId}:${step}`)
  if (found.outcome !== 'ok') return false
  let reference: string | null = null
  if (found.found && found.status === 'succeeded') {
    const key = `by-hand:${incident.id}:${incident.occurrences}`
    const refund = await deps.gateway.refund({ key, chargeRef: found.chargeRef, amount: found.amount })
    if (refund.outcome !== 'ok') return false
    reference = refund.refundRef
  } else if (found.found && found.status !== 'failed') {
    await deps.gateway.cancelCharge({ key: `by-hand:${incident.id}`, chargeRef: found.chargeRef })
  }
  const done = await world.journal.attempt(
    `operator settles ${incident.stepId} of ${incident.sagaId} by hand`,
    async () => {
      await settleByHand(db, {
        incidentId: incident.id,
        operatorId,
        role: 'admin',
        reason: 'done on the gateway’s page',
        reference,
        leaseSeconds: deps.policy.sagaLeaseSeconds,
      })
      return true
    },
  )
  return done ?? false
}
