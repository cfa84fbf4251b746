import { listSagasInput } from '@makegood/core/saga/incident-inputs'
import { sagaPageSchema } from '@makegood/core/saga/incident-views'
import { listSagas as readPage } from '@makegood/db/saga/list-sagas'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of the sagas that run, or of those among them that show no progress. */
export const listSagas = operatorProcedure('saga.read')
  .input(listSagasInput)
  .output(sagaPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
