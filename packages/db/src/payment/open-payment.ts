import { DomainError } from '@makegood/core/errors'
import { decideTransition } from '@makegood/core/order/decide-transition'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'
import { type PaymentRefusalFacts, refusePayment } from './refuse-payment.ts'

export type OpenPayment = {
  readonly orderId: string
  readonly paymentId: string
  /** What the payer's wallet pays; the card pays the rest of the order's total. Nothing where it is not said. */
  readonly walletMinor?: bigint
  /** The gateway's token for the card; null exactly where nothing is left for a card. */
  readonly paymentMethod: string | null
  readonly owner: Owner
  /** How long this payment may take. */
  readonly paymentSeconds: number
}

/**
 * Opens one attempt to pay an order: the payment row with its legs, STOCK_RESERVED -> PAYMENT_PROCESSING, its history row,
 * its time limit and `order/payment.requested` in one statement. The amount is the order's own: wallet + card. The same
 * payment id again gives the same answer; a second attempt while one is live is refused, by the guarded write and by a
 * unique index. A wallet that holds too little at this moment is refused here, and once more where it is debited.
 */
export const openPayment = async (db: Tx, request: OpenPayment): Promise<{ readonly paymentId: string }> => {
  assertOwner(request.owner)
  const decision = decideTransition('STOCK_RESERVED', 'payment-opened', 'shopper')
  if (!decision.allowed) throw new Error(decision.refusal)
  const { orderId, paymentId, owner, paymentMethod, walletMinor = 0n } = request
  if (walletMinor < 0n) throw new Error('a wallet cannot pay less than nothing')
  const event = newEvent('order/payment.requested', {
    orderId,
    paymentId,
    card: paymentMethod !== null,
    wallet: walletMinor > 0n,
    coupon: await hasCoupon(db, orderId),
  })
  const [row] = await db.$queryRaw<(PaymentRefusalFacts & { opened: bigint })[]>`
    with target as (
      select id, status, cancelling, total_minor, currency, user_id from "order"
      where id = ${orderId} and (user_id = ${owner.userId} or visitor_hash = ${owner.visitorHash}) for update
    ), purse as (
      select w.balance_minor from target join wallet w on w.user_id = target.user_id and w.currency = target.currency
      where target.user_id = ${owner.userId}
    ), opened as (
      insert into payment (id, order_id, attempt, status, amount_minor, card_minor, wallet_minor, currency, payment_method)
      select ${paymentId}, id, (select coalesce(max(attempt), 0) + 1 from payment where order_id = ${orderId}), 'OPEN',
        total_minor, total_minor - ${walletMinor}::bigint, ${walletMinor}::bigint, currency, ${paymentMethod}
      from target
      where status = 'STOCK_RESERVED' and not cancelling and (total_minor > ${walletMinor}::bigint) = (${paymentMethod}::text is not null)
        and total_minor >= ${walletMinor}::bigint
        and (${walletMinor}::bigint = 0 or (select balance_minor from purse) >= ${walletMinor}::bigint)
      on conflict do nothing returning order_id
    ), moved as (
      -- Its state was asked where it was locked; here the row is still seen as it was before the statement waited for it.
      update "order" o set status = ${decision.transition.to}, version = o.version + 1, updated_at = now()
      from opened where o.id = opened.order_id
      returning o.id, o.version, o.correlation_id
    ), history as (
      insert into order_history (order_id, version, from_status, to_status, reason, mover, details)
      select id, version, 'STOCK_RESERVED', ${decision.transition.to}, 'payment-opened', 'shopper',
        jsonb_build_object('paymentId', ${paymentId}::text)
      from moved
    ), limited as (
      insert into order_limit (order_id, kind, due_at)
      select id, 'payment', now() + make_interval(secs => ${request.paymentSeconds}) from moved
      on conflict (order_id, kind) do update set due_at = excluded.due_at, settled_at = null, outcome = null
    ), ${tellEvents('moved', [event])}
    select (select status from target) as status, (select cancelling from target) as cancelling, (select total_minor from target) as "totalMinor",
      (select user_id from target) as "userId", (select balance_minor from purse) as "balanceMinor",
      (select count(*) from moved) as opened`
  if (!row?.status) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  if (row.opened > 0n) return { paymentId }
  // Asked only now: a twin of this request may have opened the payment while the statement waited for the order's row.
  if (await isKnown(db, orderId, paymentId)) return { paymentId }
  throw refusePayment({ walletMinor, paymentMethod, owner }, row)
}

const hasCoupon = async (db: Tx, orderId: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from "order" where id = ${orderId} and coupon_claim_id is not null`
  return rows.length > 0
}

const isKnown = async (db: Tx, orderId: string, paymentId: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`select 1 from payment where id = ${paymentId} and order_id = ${orderId}`
  return rows.length > 0
}
