import type { ApprovalKind } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import type { AloneUpTo } from '@makegood/core/policy'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'

/** What each role may give alone, and how long a request waits for somebody else. */
export type ApprovalLimits = { readonly aloneUpTo: AloneUpTo; readonly approvalSeconds: number }

/** What became of an act with a limit: done, or asked for and waiting for somebody else. */
export type LimitedOutcome = { readonly outcome: 'applied' | 'waiting'; readonly approvalId: string | null }

export const applied: LimitedOutcome = { outcome: 'applied', approvalId: null }

export type ApprovalRequest = {
  /** The client's own, `apr_…`, so that a repeated request asks once. */
  readonly id: string
  readonly kind: ApprovalKind
  readonly userId: string | null
  readonly orderId: string | null
  /** Below zero where it takes money from the customer. */
  readonly amountMinor: bigint
  readonly currency: string
  readonly reason: string
  /** What the act needs when it is applied. */
  readonly input: Readonly<Record<string, unknown>>
  readonly operatorId: string
  readonly forSeconds: number
}

/**
 * Asks for a second pair of eyes, in the caller's transaction and with its audit entry; the same id again asks once, and for
 * something else is refused. So is the same act on the same order or return while one waits.
 */
export const requestApproval = async (tx: Tx, request: ApprovalRequest): Promise<LimitedOutcome> => {
  const { id, kind, userId, orderId, amountMinor, reason, operatorId } = request
  const waiting: LimitedOutcome = { outcome: 'waiting', approvalId: id }
  await assertNotAsked(tx, request)
  const written = await tx.$executeRaw`
    insert into approval (id, kind, user_id, order_id, amount_minor, currency, reason, input, requested_by, expires_at)
    values (${id}, ${kind}, ${userId}, ${orderId}, ${amountMinor}, ${request.currency}, ${reason},
      ${JSON.stringify(request.input)}::jsonb, ${operatorId}, now() + make_interval(secs => ${request.forSeconds}))
    on conflict (id) do nothing`
  if (written === 0) {
    await assertSame(tx, request)
    return waiting
  }
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: `approval.request-${kind}`,
    orderId,
    subject: userId ?? orderId ?? id,
    reason,
    details: { approvalId: id, amountMinor: amountMinor.toString(), currency: request.currency },
  })
  return waiting
}

/** The caller holds the order, so that of two at once the second sees the first. */
const assertNotAsked = async (tx: Tx, { id, kind, orderId, input }: ApprovalRequest): Promise<void> => {
  if (orderId === null || kind === 'settle-by-hand') return
  const [asked] = await tx.$queryRaw<{ id: string }[]>`
    select id from approval where order_id = ${orderId} and kind = ${kind} and state = 'WAITING' and expires_at > now()
      and id <> ${id} and (input ->> 'returnId') is not distinct from ${input.returnId ?? null} limit 1`
  if (asked)
    throw new DomainError('approval-waiting', 'the same waits for somebody else already', { approvalId: asked.id })
}

const assertSame = async (tx: Tx, request: ApprovalRequest): Promise<void> => {
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    select kind = ${request.kind} and user_id is not distinct from ${request.userId}
      and order_id is not distinct from ${request.orderId} and amount_minor = ${request.amountMinor}
      and requested_by = ${request.operatorId} as same from approval where id = ${request.id}`
  if (!row?.same) throw new DomainError('conflict', 'this id is of another request')
}
