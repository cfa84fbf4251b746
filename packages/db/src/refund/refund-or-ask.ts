import { mayAlone } from '@makegood/core/approval/may-alone'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { type RefundOrder, refundOrderInput } from '@makegood/core/order/order-act-inputs'
import type { AloneUpTo } from '@makegood/core/policy'
import type { Role } from '@makegood/core/user/roles'
import type { WaitingApproval } from '../approval/decide-approval.ts'
import { requestApproval } from '../approval/request-approval.ts'
import type { Tx } from '../client.ts'
import { applyRefund } from './request-refund.ts'

type Limits = { readonly aloneUpTo: AloneUpTo; readonly approvalSeconds: number }
type Asked = RefundOrder & { readonly operator: { readonly id: string; readonly role: Role } }

/** The request for a second pair of eyes has the refund's own id: sent again it asks once. */
const approvalIdOf = (refundRequestId: string): string => refundRequestId.replace(/^rrq_/, 'apr_')

/**
 * What operators have given back of this order alone, this request apart: many small refunds are not many second pairs of eyes
 * less. Holds the order, so that of two at once the second sees the first.
 */
const givenAlone = async (tx: Tx, { orderId, refundRequestId }: RefundOrder): Promise<bigint> => {
  await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
  const [given] = await tx.$queryRaw<{ minor: bigint }[]>`
    select coalesce(sum(r.amount_minor), 0)::bigint as minor from refund_request r
    where r.order_id = ${orderId} and r.id <> ${refundRequestId}
      and not exists (select 1 from approval a where a.id = replace(r.id, 'rrq_', 'apr_'))`
  return given?.minor ?? 0n
}

/**
 * Gives back a part of an order's money, or, where all that was given back of it alone comes above what the operator's role
 * may do alone, asks for a second pair of eyes. Runs in the caller's transaction.
 */
export const refundOrAsk = async (
  tx: Tx,
  limits: Limits,
  { operator, ...refund }: Asked,
): Promise<{ readonly outcome: 'applied' | 'waiting'; readonly approvalId: string | null }> => {
  const amountMinor = BigInt(refund.amountMinor)
  if (mayAlone(limits.aloneUpTo, 'refund', operator.role, amountMinor + (await givenAlone(tx, refund)))) {
    await applyRefund(tx, { ...refund, operatorId: operator.id })
    return { outcome: 'applied', approvalId: null }
  }
  const approvalId = approvalIdOf(refund.refundRequestId)
  await requestApproval(tx, {
    id: approvalId,
    kind: 'refund',
    userId: null,
    orderId: refund.orderId,
    amountMinor,
    currency: shopCurrency,
    reason: refund.reason,
    input: refund,
    operatorId: operator.id,
    forSeconds: limits.approvalSeconds,
  })
  return { outcome: 'waiting', approvalId }
}

/** What an approved request does: the refund as it was asked for, in the name of who asked; what is left is looked at anew. */
export const applyApprovedRefund = (tx: Tx, { input, requestedBy }: WaitingApproval): Promise<void> =>
  applyRefund(tx, { ...refundOrderInput.parse(input), operatorId: requestedBy })
