import { mayAlone } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import { shopCurrency } from '@makegood/core/money/shop-currency'
import type { AloneUpTo } from '@makegood/core/policy'
import { askedReceiptSchema, type ReceiveReturn } from '@makegood/core/return/inputs'
import { reasonSchema } from '@makegood/core/text'
import type { Role } from '@makegood/core/user/roles'
import type { WaitingApproval } from '../approval/decide-approval.ts'
import { type ApprovalLimits, applied, type LimitedOutcome, requestApproval } from '../approval/request-approval.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'
import { givenAlone } from '../refund/given-alone.ts'
import { assertNothingWaits } from './assert-nothing-waits.ts'
import { assertReturnIs, lockReturn } from './lock-return.ts'
import { type ReceivedLine, receiveReturn } from './move-return.ts'

type Asked = ReceiveReturn & { readonly operator: { readonly id: string; readonly role: Role } }
type Answer = LimitedOutcome & { readonly orderId: string }
type Unseen = { readonly status: string; readonly refundMinor: bigint }

/** True where a carrier has the goods, or where all that was given of the order alone with them is within the role's limit. */
export const mayReceiveAlone = (
  limits: AloneUpTo,
  role: Role,
  { status, refundMinor }: Unseen,
  given: bigint,
): boolean =>
  status !== 'ACCEPTED' || refundMinor === 0n || mayAlone(limits, 'return-not-picked-up', role, refundMinor + given)

/**
 * An operator receives a return, once, with its audit entry, and its money goes back. Where no carrier has picked it up there is
 * one person's word that the goods were ever here, so that above what the role may give of the order alone somebody else
 * decides. Runs in the caller's transaction.
 */
export const receiveOrAsk = async (tx: Tx, limits: ApprovalLimits, asked: Asked): Promise<Answer> => {
  const { returnId, approvalId, lines, note, operator } = asked
  const row = await lockReturn(tx, returnId)
  // What the carrier has picked up meanwhile needs nobody's word any more.
  if (row.status === 'ACCEPTED') await assertNothingWaits(tx, row, approvalId)
  const { orderId, refundMinor, withoutGoods } = row
  const given = await givenAlone(tx, orderId, returnId)
  if (withoutGoods || mayReceiveAlone(limits.aloneUpTo, operator.role, row, given)) {
    await receiveWithAudit(tx, { returnId, lines, note, operatorId: operator.id })
    return { ...applied, orderId }
  }
  if (!reasonSchema.safeParse(note).success)
    throw new DomainError('invalid-input', 'who decides must know why', { fields: ['note: missing'] })
  const waiting = await requestApproval(tx, {
    id: approvalId,
    kind: 'return-not-picked-up',
    userId: null,
    orderId,
    amountMinor: refundMinor,
    currency: shopCurrency,
    reason: note,
    input: { returnId, lines },
    operatorId: operator.id,
    forSeconds: limits.approvalSeconds,
  })
  return { ...waiting, orderId }
}

/** What an approved request does, in the name of who asked; nothing where the return has moved on: the carrier may have the goods now. */
export const applyApprovedReceipt = async (tx: Tx, { input, reason, requestedBy }: WaitingApproval): Promise<void> => {
  const { returnId, lines } = askedReceiptSchema.parse(input)
  assertReturnIs(await lockReturn(tx, returnId), 'ACCEPTED')
  await receiveWithAudit(tx, { returnId, lines, note: reason, operatorId: requestedBy })
}

type Receipt = {
  readonly returnId: string
  readonly lines: readonly ReceivedLine[]
  readonly note: string
  readonly operatorId: string
}

const receiveWithAudit = async (tx: Tx, { returnId, lines, note, operatorId }: Receipt): Promise<void> => {
  const { orderId } = await receiveReturn(tx, returnId, lines)
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: 'return.receive',
    orderId,
    subject: returnId,
    reason: note,
    details: { lines },
  })
}
