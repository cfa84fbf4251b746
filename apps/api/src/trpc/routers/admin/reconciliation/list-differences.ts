import { differencePageSchema, listDifferencesInput } from '@makegood/core/reconciliation/reconciliation-views'
import { listDifferences as readPage } from '@makegood/db/reconciliation/list-differences'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of what the reviews of the books have found. */
export const listDifferences = operatorProcedure('money.read')
  .input(listDifferencesInput)
  .output(differencePageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
