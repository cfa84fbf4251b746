import { listReturnsInput } from '@makegood/core/return/inputs'
import { returnPageSchema } from '@makegood/core/return/operator-views'
import { listReturns as readPage } from '@makegood/db/return/list-returns'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of all returns, for operators. */
export const listReturns = operatorProcedure('return.read')
  .input(listReturnsInput)
  .output(returnPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
