import { repairManyInput } from '@makegood/core/order/operator-inputs'
import { manyOutcomesSchema } from '@makegood/core/saga/incident-inputs'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { operatorProcedure } from '../../../trpc.ts'
import { repairMany } from './repair-many.ts'

/** Tries again what stopped in up to a hundred orders, for one reason. */
export const retryMany = operatorProcedure('incident.retry')
  .input(repairManyInput)
  .output(manyOutcomesSchema)
  .mutation(({ ctx, input }) =>
    repairMany(ctx, input, request =>
      retryIncident(ctx.api.db, { ...request, correlationId: ctx.requestId, reason: input.reason }),
    ),
  )
