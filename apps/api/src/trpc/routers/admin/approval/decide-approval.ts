import { decideApprovalInput } from '@makegood/core/approval/inputs'
import { applyWalletAdjustment } from '@makegood/db/approval/apply-approval'
import { type ApplyApproval, decideApproval as decide } from '@makegood/db/approval/decide-approval'
import { inTransaction } from '@makegood/db/client'
import { applyApprovedSettlement } from '@makegood/db/incident/settle-or-ask'
import { applyApprovedRefund } from '@makegood/db/refund/refund-or-ask'
import { applyApprovedReturn } from '@makegood/db/return/accept-or-ask'
import { applyApprovedReceipt } from '@makegood/db/return/receive-or-ask'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

const applyOf = (leaseSeconds: number): ApplyApproval => ({
  'wallet-adjustment': applyWalletAdjustment,
  refund: applyApprovedRefund,
  'return-without-goods': applyApprovedReturn,
  'settle-by-hand': applyApprovedSettlement(leaseSeconds),
  'return-not-picked-up': applyApprovedReceipt,
})

/** Approves or refuses what somebody else has asked for; what is approved is done at once. */
export const decideApproval = operatorProcedure('approval.decide')
  .input(decideApprovalInput)
  .output(z.object({ approvalId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const apply = applyOf(ctx.api.policy.sagaLeaseSeconds)
    await inTransaction(ctx.api.db, tx => decide(tx, apply, { ...input, operatorId: ctx.user.id }))
    ctx.api.outbox.nudge()
    return { approvalId: input.approvalId }
  })
