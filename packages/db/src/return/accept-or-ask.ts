import { mayAlone } from '@makegood/core/approval/may-alone'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import { type AcceptReturn, approvedReturnSchema } from '@makegood/core/return/inputs'
import type { Role } from '@makegood/core/user/roles'
import type { WaitingApproval } from '../approval/decide-approval.ts'
import { type ApprovalLimits, applied, type LimitedOutcome, requestApproval } from '../approval/request-approval.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'
import { assertSeen } from '../order/assert-seen.ts'
import { givenAlone } from '../refund/given-alone.ts'
import { assertNothingWaits } from './assert-nothing-waits.ts'
import { acceptReturn, type ReturnDecision } from './decide-return.ts'
import { assertReturnIs, lockReturn } from './lock-return.ts'

type Asked = AcceptReturn & { readonly operator: { readonly id: string; readonly role: Role } }
type Answer = LimitedOutcome & { readonly orderId: string }

/**
 * An operator accepts a return, once, with its audit entry. Money for goods that do not come back is given as a refund is: where
 * all that was given of the order alone comes above what the operator's role may do alone, somebody else decides. Refused where
 * the order has left the state that the operator saw: what was lost may have been delivered. Runs in the caller's transaction.
 */
export const acceptOrAsk = async (tx: Tx, limits: ApprovalLimits, asked: Asked): Promise<Answer> => {
  const { returnId, approvalId, seenVersion, withoutGoods, reason, operator } = asked
  const row = await lockReturn(tx, returnId)
  assertReturnIs(row, 'REQUESTED')
  await assertNothingWaits(tx, row, approvalId)
  const { orderId, refundMinor } = row
  await assertSeen(tx, { orderId, seenVersion })
  const isGiven = withoutGoods && refundMinor > 0n
  const given = isGiven ? refundMinor + (await givenAlone(tx, orderId, returnId)) : 0n
  if (mayAlone(limits.aloneUpTo, 'return-without-goods', operator.role, given)) {
    await acceptWithAudit(tx, { returnId, reason, withoutGoods, operatorId: operator.id })
    return { ...applied, orderId }
  }
  const waiting = await requestApproval(tx, {
    id: approvalId,
    kind: 'return-without-goods',
    userId: null,
    orderId,
    amountMinor: refundMinor,
    currency: shopCurrency,
    reason,
    input: { returnId, seenVersion, reason },
    operatorId: operator.id,
    forSeconds: limits.approvalSeconds,
  })
  return { ...waiting, orderId }
}

/** What an approved request does, in the name of who asked; nothing where the order has moved since: what was lost may be found. */
export const applyApprovedReturn = async (tx: Tx, { input, requestedBy }: WaitingApproval): Promise<void> => {
  const { returnId, seenVersion, reason } = approvedReturnSchema.parse(input)
  const row = await lockReturn(tx, returnId)
  assertReturnIs(row, 'REQUESTED')
  await assertSeen(tx, { orderId: row.orderId, seenVersion })
  await acceptWithAudit(tx, { returnId, reason, withoutGoods: true, operatorId: requestedBy })
}

const acceptWithAudit = async (tx: Tx, decision: ReturnDecision & { withoutGoods: boolean }): Promise<void> => {
  const { orderId } = await acceptReturn(tx, decision)
  const { returnId, operatorId, reason, withoutGoods } = decision
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: 'return.accept',
    orderId,
    subject: returnId,
    reason,
    details: { withoutGoods },
  })
}
