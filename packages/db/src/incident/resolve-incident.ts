import type { Db } from '../client.ts'
import { closeIncident } from './close-incident.ts'
import { refuseRepair } from './refuse-repair.ts'
import { type RepairRequest, repair } from './repair.ts'

/**
 * Closes an incident with its reason, once, and does nothing else: whatever it was about stays as it is. The order leaves
 * "needs attention" with its last open incident.
 */
export const resolveIncident = (
  db: Db,
  request: Omit<RepairRequest, 'leaseSeconds'> & { readonly reason: string },
): Promise<void> =>
  repair(db, 'incident.resolve', { ...request, leaseSeconds: 0 }, async (tx, { incident }) => {
    const { incidentId, operatorId, reason } = request
    if (incident.resolved) refuseRepair('resolved')
    await closeIncident(tx, { incidentId, operatorId, resolution: 'resolved', note: reason })
    return { reason }
  })
