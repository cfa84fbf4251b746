import { type ApprovalKind, mayAlone, sizeOf } from '@makegood/core/approval/may-alone'
import { DomainError } from '@makegood/core/errors'
import type { Role } from '@makegood/core/user/roles'
import { type ApprovalLimits, applied, type LimitedOutcome, requestApproval } from '../approval/request-approval.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Tx } from '../client.ts'
import { changeWallet } from './change-wallet.ts'

const kind = 'wallet-adjustment' satisfies ApprovalKind

export type WalletAdjustment = {
  readonly adjustmentId: string
  readonly userId: string
  /** Below zero takes out. */
  readonly amountMinor: bigint
  readonly currency: string
  readonly reason: string
  readonly operator: { readonly id: string; readonly role: Role }
}

/**
 * Puts money into a wallet or takes it out, once for each id, with an audit entry; where all that was adjusted alone within a day
 * comes above what the operator's role may do alone it becomes a request that somebody else decides. Runs in the caller's transaction.
 */
export const adjustWallet = async (
  tx: Tx,
  limits: ApprovalLimits,
  adjustment: WalletAdjustment,
): Promise<LimitedOutcome> => {
  const { adjustmentId, userId, amountMinor, currency, reason, operator } = adjustment
  const [customer] = await tx.$queryRaw<{ id: string }[]>`
    select id from "user" where id = ${userId} and deleted_at is null for no key update`
  if (!customer) throw new DomainError('not-found', 'no such customer')
  if (userId === operator.id) throw new DomainError('own-account', 'nobody adjusts their own wallet')
  if (!mayAlone(limits.aloneUpTo, kind, operator.role, sizeOf(amountMinor) + (await adjustedAlone(tx, adjustment)))) {
    return await requestApproval(tx, {
      id: adjustmentId,
      kind,
      userId,
      orderId: null,
      amountMinor,
      currency,
      reason,
      input: {},
      operatorId: operator.id,
      forSeconds: limits.approvalSeconds,
    })
  }
  const isNew = await applyAdjustment(tx, { adjustmentId, userId, amountMinor, currency })
  if (isNew)
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operator.id,
      action: 'wallet.adjust',
      orderId: null,
      subject: userId,
      reason,
      details: { adjustmentId, amountMinor: amountMinor.toString(), currency },
    })
  return applied
}

/**
 * How much of this wallet was put in and taken out alone within a day, this adjustment apart: many small ones are not many
 * second pairs of eyes less.
 */
export const adjustedAlone = async (
  tx: Tx,
  { userId, adjustmentId }: Pick<WalletAdjustment, 'userId' | 'adjustmentId'>,
): Promise<bigint> => {
  const [adjusted] = await tx.$queryRaw<{ minor: bigint }[]>`
    select coalesce(sum(abs(e.amount_minor)), 0)::bigint as minor from wallet_entry e
    where e.user_id = ${userId} and e.kind = 'ADJUSTMENT' and e.at > now() - interval '1 day'
      and e.key <> ${`adjustment:${adjustmentId}`}
      and not exists (select 1 from approval a where a.id = substr(e.key, 12))`
  return adjusted?.minor ?? 0n
}

type Applied = Pick<WalletAdjustment, 'adjustmentId' | 'userId' | 'amountMinor' | 'currency'>

/** Writes the ledger's entry of an adjustment, once for its id; false where it was there. What the wallet lacks is refused. */
export const applyAdjustment = async (
  tx: Tx,
  { adjustmentId, userId, amountMinor, currency }: Applied,
): Promise<boolean> => {
  const answer = await changeWallet(tx, {
    userId,
    kind: 'ADJUSTMENT',
    amountMinor,
    currency,
    key: `adjustment:${adjustmentId}`,
    orderId: null,
  })
  if (!answer.changed) throw new DomainError('wallet-too-low', 'the wallet holds less than that')
  return !answer.repeated
}
