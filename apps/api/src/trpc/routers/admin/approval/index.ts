import { router } from '../../../trpc.ts'
import { countApprovals } from './count-approvals.ts'
import { decideApproval } from './decide-approval.ts'
import { listApprovals } from './list-approvals.ts'
import { withdrawApproval } from './withdraw-approval.ts'

export const approvalRouter = router({
  list: listApprovals,
  count: countApprovals,
  decide: decideApproval,
  withdraw: withdrawApproval,
})
