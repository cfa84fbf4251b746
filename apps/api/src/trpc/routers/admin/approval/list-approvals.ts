import { listApprovalsInput } from '@makegood/core/approval/inputs'
import { approvalPageSchema } from '@makegood/core/approval/views'
import { listApprovals as list } from '@makegood/db/approval/list-approvals'
import { operatorProcedure } from '../../../trpc.ts'

/** What waits for a second pair of eyes, or what was decided. */
export const listApprovals = operatorProcedure('approval.read')
  .input(listApprovalsInput)
  .output(approvalPageSchema)
  .query(({ ctx, input }) => list(ctx.api.db, input))
