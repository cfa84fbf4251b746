import { seenDifferenceInput } from '@makegood/core/reconciliation/reconciliation-views'
import { acceptDifference as accept } from '@makegood/db/reconciliation/accept-difference'
import { operatorProcedure } from '../../../trpc.ts'
import { differenceOutput } from './difference-output.ts'

/** A difference may stand, for a reason. */
export const acceptDifference = operatorProcedure('money.repair')
  .input(seenDifferenceInput)
  .output(differenceOutput)
  .mutation(async ({ ctx, input }) => {
    await accept(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { differenceId: input.differenceId }
  })
