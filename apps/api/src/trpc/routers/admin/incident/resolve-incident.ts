import { limitedActSchema } from '@makegood/core/approval/views'
import { resolveIncidentInput } from '@makegood/core/saga/incident-inputs'
import { resolveIncident as resolve } from '@makegood/db/incident/resolve-incident'
import { settleOrAsk } from '@makegood/db/incident/settle-or-ask'
import { operatorProcedure } from '../../../trpc.ts'
import { repairOutput, repairRequestOf } from './repair-request.ts'

/**
 * Closes an incident with its reason. With `settledByHand` the step or undo that failed counts as done outside of the shop
 * and the saga goes on; who may say that, and whether alone, depends on what the step moves.
 */
export const resolveIncident = operatorProcedure('incident.resolve')
  .input(resolveIncidentInput)
  .output(repairOutput.extend(limitedActSchema.shape))
  .mutation(async ({ ctx, input }) => {
    const { incidentId, reason, settledByHand } = input
    const request = { ...repairRequestOf(ctx, incidentId), reason }
    const { db, policy, outbox } = ctx.api
    if (!settledByHand) {
      await resolve(db, request)
      outbox.nudge()
      return { incidentId, outcome: 'applied', approvalId: null }
    }
    const { id: operatorId, role } = ctx.user
    const answer = await settleOrAsk(db, policy, { ...request, ...settledByHand, operatorId, role })
    outbox.nudge()
    return { incidentId, ...answer }
  })
