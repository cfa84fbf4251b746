import { manyIncidentsInput, manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'
import { repairRequestOf } from './repair-request.ts'

/** Tries again up to a hundred at once, as after an outage, each on its own. */
export const retryMany = operatorProcedure('incident.retry')
  .input(manyIncidentsInput)
  .output(manyOutcomesSchema)
  .mutation(async ({ ctx, input }) => {
    const answer = await forMany(ctx.api, input.incidentIds, incidentId =>
      retryIncident(ctx.api.db, { ...repairRequestOf(ctx, incidentId), correlationId: ctx.requestId }),
    )
    ctx.api.outbox.nudge()
    return answer
  })
