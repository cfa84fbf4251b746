import { seenDifferenceInput } from '@makegood/core/reconciliation/reconciliation-views'
import { operatorProcedure } from '../../../trpc.ts'
import { differenceOutput } from './difference-output.ts'

/** The gateway gives back what it keeps of a charge that the books know nothing of. */
export const refundCharge = operatorProcedure('money.repair')
  .input(seenDifferenceInput)
  .output(differenceOutput)
  .mutation(async ({ ctx, input }) => {
    await ctx.api.books.refund({ ...input, operatorId: ctx.user.id })
    return { differenceId: input.differenceId }
  })
