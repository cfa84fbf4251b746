import { seenDifferenceInput } from '@makegood/core/reconciliation/reconciliation-views'
import { repairDifference as repair } from '@makegood/db/reconciliation/repair-difference'
import { operatorProcedure } from '../../../trpc.ts'
import { differenceOutput } from './difference-output.ts'

/** A counter is written anew from its own ledger, or a cancelled order lets go of its stock. */
export const repairDifference = operatorProcedure('money.repair')
  .input(seenDifferenceInput)
  .output(differenceOutput)
  .mutation(async ({ ctx, input }) => {
    await repair(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { differenceId: input.differenceId }
  })
