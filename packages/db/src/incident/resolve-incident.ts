import { DomainError } from '@makegood/core/errors'
import { findResolveRefusal, findWaysOut } from '@makegood/core/saga/decide-resolve'
import type { Db } from '../client.ts'
import { closeIncident } from './close-incident.ts'
import { refuseRepair } from './refuse-repair.ts'
import { type RepairRequest, repair } from './repair.ts'

/**
 * Closes an incident with its reason, once, and does nothing else: whatever it was about stays as it is. Refused while its
 * saga still owes something, with what can be done instead. The order leaves "needs attention" with its last open incident.
 */
export const resolveIncident = (
  db: Db,
  request: Omit<RepairRequest, 'leaseSeconds'> & { readonly reason: string },
): Promise<void> =>
  repair(db, 'incident.resolve', { ...request, leaseSeconds: 0 }, async (tx, locked) => {
    const { incidentId, operatorId, reason } = request
    const refusal = findResolveRefusal(locked)
    if (refusal === 'still-owes') {
      const instead = findWaysOut(locked)
      throw new DomainError(
        'repair-not-possible',
        `saga ${locked.row.sagaId} has stopped and still owes something: ${instead.join(', ')} instead of closing`,
        { reason: refusal, instead },
      )
    }
    refuseRepair(refusal)
    await closeIncident(tx, { incidentId, operatorId, resolution: 'resolved', note: reason })
    return { reason }
  })
