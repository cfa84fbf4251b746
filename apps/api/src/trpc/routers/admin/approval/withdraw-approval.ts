import { withdrawApprovalInput } from '@makegood/core/approval/inputs'
import { withdrawApproval as withdraw } from '@makegood/db/approval/decide-approval'
import { inTransaction } from '@makegood/db/client'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Takes back what the caller has asked for. */
export const withdrawApproval = operatorProcedure('approval.read')
  .input(withdrawApprovalInput)
  .output(z.object({ approvalId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await inTransaction(ctx.api.db, tx => withdraw(tx, { ...input, operatorId: ctx.user.id }))
    return { approvalId: input.approvalId }
  })
