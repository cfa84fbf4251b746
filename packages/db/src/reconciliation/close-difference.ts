import { DomainError } from '@makegood/core/errors'
import type { DifferenceState } from '@makegood/core/reconciliation/reconciliation-views'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'

export type SeenDifference = {
  readonly differenceId: string
  /** What the operator saw; a difference that says something else by now is refused. */
  readonly detail: string
  readonly operatorId: string
  readonly reason: string
}

export type LockedDifference = {
  readonly id: string
  readonly invariant: string
  readonly subject: string
  readonly detail: string
  readonly orderId: string | null
}

/** An open difference as the operator saw it, locked until the caller's transaction ends; `conflict` where it has moved on. */
export const lockDifference = async (tx: Tx, { differenceId, detail }: SeenDifference): Promise<LockedDifference> => {
  const [row] = await tx.$queryRaw<(LockedDifference & { state: DifferenceState })[]>`
    select id, invariant, subject, detail, state, order_id as "orderId" from reconciliation_difference
    where id = ${differenceId} for update`
  if (!row) throw new DomainError('not-found', `no difference ${differenceId}`)
  if (row.state !== 'OPEN' || row.detail !== detail)
    throw new DomainError('conflict', `difference ${differenceId} is ${row.state} and says something else by now`)
  return row
}

/** Closes a difference that its caller has locked, with the audit entry of who did it and why. */
export const closeDifference = async (
  tx: Tx,
  difference: LockedDifference,
  { operatorId, reason }: SeenDifference,
  end: {
    readonly state: 'REPAIRED' | 'ACCEPTED'
    readonly act: 'repair' | 'accept' | 'refund'
    readonly details?: Record<string, unknown>
  },
): Promise<void> => {
  await tx.$executeRaw`
    update reconciliation_difference set state = ${end.state}, closed_at = now(), closed_by = ${operatorId}, reason = ${reason}
    where id = ${difference.id} and state = 'OPEN'`
  const { invariant, subject, detail, orderId } = difference
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: `reconciliation.${end.act}`,
    orderId,
    subject: difference.id,
    reason,
    details: { invariant, about: subject, seen: detail, ...end.details },
  })
}
