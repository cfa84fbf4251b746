import { incidentInput } from '@makegood/core/saga/incident-inputs'
import { retryIncident as retry } from '@makegood/db/incident/retry-incident'
import { operatorProcedure } from '../../../trpc.ts'
import { repairOutput, repairRequestOf } from './repair-request.ts'

/** Tries again what stopped: the saga goes on, or the event is sent anew. */
export const retryIncident = operatorProcedure('incident.retry')
  .input(incidentInput)
  .output(repairOutput)
  .mutation(async ({ ctx, input }) => {
    await retry(ctx.api.db, { ...repairRequestOf(ctx, input.incidentId), correlationId: ctx.requestId })
    ctx.api.outbox.nudge()
    return input
  })
