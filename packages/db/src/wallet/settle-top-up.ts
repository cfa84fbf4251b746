import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { changeWallet } from './change-wallet.ts'

/** Records the gateway's charge on an open top-up, once; throws where it is not open, because then it is settled. */
export const markTopUpCharged = async (tx: Tx, topUpId: string, chargeRef: string): Promise<void> => {
  const changed = await tx.$executeRaw`
    update wallet_top_up set charge_ref = ${chargeRef}, action_url = null
    where id = ${topUpId} and status = 'OPEN' and (charge_ref is null or charge_ref = ${chargeRef})`
  if (changed !== 1) throw new Error(`top-up ${topUpId} is not open`)
}

/** Records where the shopper approves the charge of an open top-up. */
export const markTopUpActionRequired = async (tx: Tx, topUpId: string, actionUrl: string): Promise<void> => {
  await tx.$executeRaw`update wallet_top_up set action_url = ${actionUrl} where id = ${topUpId} and status = 'OPEN'`
}

type Credited = { userId: string; amountMinor: bigint; currency: string; correlationId: string }

/**
 * Puts a charged top-up into the wallet, once: the top-up is the entry's key. The top-up is SUCCEEDED, the entry is written
 * and `wallet/topped-up` is told in the caller's transaction; false where the top-up is not open or nothing was charged.
 */
export const creditTopUp = async (tx: Tx, topUpId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<Credited[]>`
    update wallet_top_up set status = 'SUCCEEDED', action_url = null, settled_at = now()
    where id = ${topUpId} and status = 'OPEN' and charge_ref is not null
    returning user_id as "userId", amount_minor as "amountMinor", currency, correlation_id as "correlationId"`
  const [row] = rows
  if (!row) return false
  const { correlationId, ...credit } = row
  const answer = await changeWallet(tx, { ...credit, kind: 'TOP_UP', key: `top-up:${topUpId}`, orderId: null })
  if (!answer.changed) throw new Error(`a credit was refused as ${answer.refusal}`)
  await appendEvents(tx, correlationId, [newEvent('wallet/topped-up', { topUpId, userId: row.userId })])
  return true
}

/**
 * Puts a top-up into the wallet all the same, once, whose charge took exactly its amount after it was given up. False where
 * it was not given up, or the charge is of another amount.
 */
export const creditLateTopUp = async (
  tx: Tx,
  late: {
    readonly topUpId: string
    readonly chargeRef: string
    readonly amountMinor: bigint
    readonly currency: string
  },
): Promise<boolean> => {
  const { topUpId, chargeRef, amountMinor, currency } = late
  const reopened = await tx.$executeRaw`
    update wallet_top_up set status = 'OPEN', charge_ref = ${chargeRef}, failure_reason = null
    where id = ${topUpId} and status in ('DECLINED', 'FAILED') and amount_minor = ${amountMinor} and currency = ${currency}`
  return reopened === 1 && (await creditTopUp(tx, topUpId))
}

/**
 * Records that an open top-up's charge was given back, once, or again where the first time did not arrive; the same again
 * changes nothing.
 */
export const markTopUpRefunded = async (
  tx: Tx,
  refund: { readonly topUpId: string; readonly chargeRef: string; readonly refundRef: string },
): Promise<void> => {
  const { topUpId, chargeRef, refundRef } = refund
  const changed = await tx.$executeRaw`
    update wallet_top_up set status = 'REFUNDED', charge_ref = ${chargeRef}, refund_ref = ${refundRef}, action_url = null,
      settled_at = now()
    where id = ${topUpId} and (status = 'OPEN' or (status = 'REFUNDED' and coalesce(refund_ref, ${refundRef}) = ${refundRef}))`
  if (changed !== 1) throw new Error(`top-up ${topUpId} cannot become refunded`)
}

/** The charge of a top-up whose refund did not arrive; null where none is owed. */
export const findOwedCharge = async (tx: Tx, topUpId: string): Promise<string | null> => {
  const [row] = await tx.$queryRaw<{ chargeRef: string | null }[]>`
    select charge_ref as "chargeRef" from wallet_top_up
    where id = ${topUpId} and status = 'REFUNDED' and refund_ref is null`
  return row?.chargeRef ?? null
}

/**
 * Ends a top-up that put nothing into the wallet, with `wallet/top-up.failed`, once. One that was refunded keeps that state
 * and gains the reason. False where it is settled already.
 */
export const failTopUp = async (
  tx: Tx,
  failure: { readonly topUpId: string; readonly status: 'DECLINED' | 'FAILED'; readonly reason: string },
): Promise<boolean> => {
  const { topUpId, reason } = failure
  const rows = await tx.$queryRaw<{ userId: string; correlationId: string }[]>`
    update wallet_top_up set status = case when status = 'OPEN' then ${failure.status} else status end,
      failure_reason = ${reason}, action_url = null, settled_at = coalesce(settled_at, now())
    where id = ${topUpId} and status in ('OPEN', 'REFUNDED') and failure_reason is null
    returning user_id as "userId", correlation_id as "correlationId"`
  const [row] = rows
  if (!row) return false
  await appendEvents(tx, row.correlationId, [newEvent('wallet/top-up.failed', { topUpId, userId: row.userId, reason })])
  return true
}
