import type { ApprovalKind } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'

export type WaitingApproval = {
  readonly id: string
  readonly kind: ApprovalKind
  readonly userId: string | null
  readonly orderId: string | null
  readonly amountMinor: bigint
  readonly currency: string
  readonly reason: string
  readonly input: Readonly<Record<string, unknown>>
  readonly requestedBy: string
}
export type ApprovalDecision = {
  readonly approvalId: string
  readonly decision: 'approve' | 'refuse'
  readonly reason: string
  readonly operatorId: string
}
/** What applying a request of each kind does, in the transaction in which it is decided. */
export type ApplyApproval = Readonly<Record<ApprovalKind, (tx: Tx, approval: WaitingApproval) => Promise<void>>>

/**
 * Approves or refuses a request, once: under a lock on its row, by somebody who did not ask for it, before it has run out. An
 * approved one is applied in the same transaction, so it is applied exactly once or not at all. Runs in the caller's.
 */
export const decideApproval = async (tx: Tx, apply: ApplyApproval, decision: ApprovalDecision): Promise<void> => {
  const approval = await lockWaiting(tx, decision.approvalId)
  if (approval.requestedBy === decision.operatorId)
    throw new DomainError('own-request', 'nobody decides what they asked for')
  const approves = decision.decision === 'approve'
  if (approves) await apply[approval.kind](tx, approval)
  await tx.$executeRaw`
    update approval set state = ${approves ? 'APPLIED' : 'REFUSED'}, decided_by = ${decision.operatorId}, decided_at = now(),
      decision_reason = ${decision.reason}
    where id = ${approval.id} and state = 'WAITING'`
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: decision.operatorId,
    action: `approval.${decision.decision}`,
    orderId: approval.orderId,
    subject: approval.userId ?? approval.orderId ?? approval.id,
    reason: decision.reason,
    details: { approvalId: approval.id, kind: approval.kind, amountMinor: approval.amountMinor.toString() },
  })
}

/** Takes one's own request back, once. */
export const withdrawApproval = async (
  tx: Tx,
  { approvalId, operatorId }: { readonly approvalId: string; readonly operatorId: string },
): Promise<void> => {
  const approval = await lockWaiting(tx, approvalId)
  if (approval.requestedBy !== operatorId) throw new DomainError('forbidden', 'somebody else asked for it')
  await tx.$executeRaw`
    update approval set state = 'WITHDRAWN', decided_by = ${operatorId}, decided_at = now() where id = ${approvalId}`
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: 'approval.withdraw',
    orderId: approval.orderId,
    subject: approval.userId ?? approval.orderId ?? approval.id,
    details: { approvalId },
  })
}

const lockWaiting = async (tx: Tx, approvalId: string): Promise<WaitingApproval> => {
  const [row] = await tx.$queryRaw<(WaitingApproval & { state: string; hasRunOut: boolean })[]>`
    select id, kind, user_id as "userId", order_id as "orderId", amount_minor as "amountMinor", currency, reason, input,
      requested_by as "requestedBy", state, expires_at <= now() as "hasRunOut"
    from approval where id = ${approvalId} for update`
  if (!row) throw new DomainError('not-found', 'no such request')
  if (row.state !== 'WAITING' || row.hasRunOut)
    throw new DomainError('approval-moved-on', 'decided already, or run out', { state: row.state })
  return row
}
