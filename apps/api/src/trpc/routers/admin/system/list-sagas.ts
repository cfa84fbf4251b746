import { listSystemSagasInput, systemSagaPageSchema } from '@makegood/core/system/views'
import { listSystemSagas } from '@makegood/db/system/list-system-sagas'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of the sagas that have not ended, by state, name and age. */
export const listSagas = operatorProcedure('saga.read')
  .input(listSystemSagasInput)
  .output(systemSagaPageSchema)
  .query(({ ctx, input }) => listSystemSagas(ctx.api.db, input, ctx.api.policy.sagaLeaseSeconds))
