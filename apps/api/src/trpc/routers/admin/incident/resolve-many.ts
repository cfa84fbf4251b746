import { manyOutcomesSchema, reasonedManyInput } from '@makegood/core/saga/incident-inputs'
import { resolveIncident } from '@makegood/db/incident/resolve-incident'
import { forMany } from '../../../for-many.ts'
import { operatorProcedure } from '../../../trpc.ts'

/** Closes up to a hundred incidents with one reason, each on its own. */
export const resolveMany = operatorProcedure('incident.resolve')
  .input(reasonedManyInput)
  .output(manyOutcomesSchema)
  .mutation(({ ctx, input: { incidentIds, reason } }) =>
    forMany(ctx.api, incidentIds, incidentId =>
      resolveIncident(ctx.api.db, { incidentId, operatorId: ctx.user.id, reason }),
    ),
  )
