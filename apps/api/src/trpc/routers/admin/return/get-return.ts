import { getReturnInput } from '@makegood/core/return/inputs'
import { operatorReturnViewSchema } from '@makegood/core/return/operator-views'
import { getOperatorReturn } from '@makegood/db/return/get-operator-return'
import { operatorProcedure } from '../../../trpc.ts'

/** One return, and what each decision on it would do now. */
export const getReturn = operatorProcedure('return.read')
  .input(getReturnInput)
  .output(operatorReturnViewSchema)
  .query(({ ctx, input }) => {
    const { db, policy } = ctx.api
    return getOperatorReturn(db, input.returnId, input.locale, { ...ctx.user, aloneUpTo: policy.aloneUpTo })
  })
