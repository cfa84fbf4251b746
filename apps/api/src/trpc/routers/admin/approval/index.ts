import { router } from '../../../trpc.ts'
import { decideApproval } from './decide-approval.ts'
import { listApprovals } from './list-approvals.ts'
import { withdrawApproval } from './withdraw-approval.ts'

export const approvalRouter = router({ list: listApprovals, decide: decideApproval, withdraw: withdrawApproval })
