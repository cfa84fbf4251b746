import { mayAlone } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { type RefundOrder, refundPartSchema } from '@makegood/core/order/order-act-inputs'
import type { Role } from '@makegood/core/user/roles'
import type { WaitingApproval } from '../approval/decide-approval.ts'
import { type ApprovalLimits, applied, type LimitedOutcome, requestApproval } from '../approval/request-approval.ts'
import type { Tx } from '../client.ts'
import { givenAlone } from './given-alone.ts'
import { applyRefund } from './request-refund.ts'

type Asked = RefundOrder & {
  /** What was left when the operator decided on the amount. */
  readonly seenLeftMinor: string
  readonly operator: { readonly id: string; readonly role: Role }
}

/** The request for a second pair of eyes has the refund's own id: sent again it asks once. */
const approvalIdOf = (refundRequestId: string): string => refundRequestId.replace(/^rrq_/, 'apr_')

/**
 * Gives back a part of an order's money, or, where all that was given back of it alone comes above what the operator's role
 * may do alone, asks for a second pair of eyes. Refused where somebody gave back a part since the operator looked. Runs in the
 * caller's transaction.
 */
export const refundOrAsk = async (
  tx: Tx,
  limits: ApprovalLimits,
  { operator, seenLeftMinor, ...refund }: Asked,
): Promise<LimitedOutcome> => {
  const { orderId, refundRequestId } = refund
  const amountMinor = BigInt(refund.amountMinor)
  const given = await givenAlone(tx, orderId, refundRequestId)
  await assertLeftIs(tx, refund, BigInt(seenLeftMinor))
  if (mayAlone(limits.aloneUpTo, 'refund', operator.role, amountMinor + given)) {
    await applyRefund(tx, { ...refund, operatorId: operator.id })
    return applied
  }
  return await requestApproval(tx, {
    id: approvalIdOf(refundRequestId),
    kind: 'refund',
    userId: null,
    orderId,
    amountMinor,
    currency: shopCurrency,
    reason: refund.reason,
    input: refund,
    operatorId: operator.id,
    forSeconds: limits.approvalSeconds,
  })
}

/** Of an order whose row is locked. The same request again has changed what is left itself. */
const assertLeftIs = async (
  tx: Tx,
  { orderId, refundRequestId }: RefundOrder,
  seenLeftMinor: bigint,
): Promise<void> => {
  const [payment] = await tx.$queryRaw<{ leftMinor: bigint; isKnown: boolean }[]>`
    select amount_minor - card_refunded_minor - wallet_refunded_minor as "leftMinor",
      exists (select 1 from refund_request where id = ${refundRequestId}) as "isKnown"
    from payment where order_id = ${orderId} and status = 'SUCCEEDED'`
  if (!payment || payment.isKnown || payment.leftMinor === seenLeftMinor) return
  throw new DomainError('order-moved-on', 'another part went back meanwhile', { left: `${payment.leftMinor}` })
}

/** What an approved request does: the refund as it was asked for, in the name of who asked; what is left is looked at anew. */
export const applyApprovedRefund = (tx: Tx, { input, requestedBy }: WaitingApproval): Promise<void> =>
  applyRefund(tx, { ...refundPartSchema.parse(input), operatorId: requestedBy })
