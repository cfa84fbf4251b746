import type { RepairRequest } from '@makegood/db/incident/repair'
import { z } from 'zod'
import type { RequestContext } from '../../../context.ts'

export const repairOutput = z.object({ incidentId: z.string() })

/** Who repairs what, and for how long a saga that goes on may be silent. */
export const repairRequestOf = (
  { api, user }: Pick<RequestContext, 'api'> & { readonly user: { readonly id: string } },
  incidentId: string,
): RepairRequest => ({ incidentId, operatorId: user.id, leaseSeconds: api.policy.sagaLeaseSeconds })
