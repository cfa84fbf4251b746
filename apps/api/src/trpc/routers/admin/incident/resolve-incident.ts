import { resolveIncidentInput } from '@makegood/core/saga/incident-inputs'
import { resolveIncident as resolve } from '@makegood/db/incident/resolve-incident'
import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { operatorProcedure } from '../../../trpc.ts'
import { repairOutput, repairRequestOf } from './repair-request.ts'

/**
 * Closes an incident with its reason. With `settledByHand` the step or undo that failed counts as done outside of the shop
 * and the saga goes on; who may say that depends on what the step moves.
 */
export const resolveIncident = operatorProcedure('incident.resolve')
  .input(resolveIncidentInput)
  .output(repairOutput)
  .mutation(async ({ ctx, input }) => {
    const { incidentId, reason, settledByHand } = input
    const request = { ...repairRequestOf(ctx, incidentId), reason }
    if (settledByHand) await settleByHand(ctx.api.db, { ...request, ...settledByHand, role: ctx.user.role })
    else await resolve(ctx.api.db, request)
    ctx.api.outbox.nudge()
    return { incidentId }
  })
