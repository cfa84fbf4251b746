import { DomainError } from '@makegood/core/errors'
import { decideTransition } from '@makegood/core/order/decide-transition'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { newEvent } from '../outbox/new-event.ts'
import { tellEvents } from '../outbox/tell-events.ts'

export type OpenPayment = {
  readonly orderId: string
  readonly paymentId: string
  readonly paymentMethod: string
  readonly owner: Owner
  /** How long this payment may take. */
  readonly paymentSeconds: number
}

/**
 * Opens one attempt to pay an order: the payment row, STOCK_RESERVED -> PAYMENT_PROCESSING, its history row, its time limit
 * and `order/payment.requested` in one statement. The amount is the order's own. The same payment id again gives the same
 * answer; a second attempt while one is live is refused, by the guarded write and by a unique index.
 */
export const openPayment = async (db: Tx, request: OpenPayment): Promise<{ readonly paymentId: string }> => {
  assertOwner(request.owner)
  const decision = decideTransition('STOCK_RESERVED', 'payment-opened', 'shopper')
  if (!decision.allowed) throw new Error(decision.refusal)
  const { orderId, paymentId, owner } = request
  const [row] = await db.$queryRaw<{ status: string | null; opened: bigint }[]>`
    with target as (
      select id, status, total_minor, currency from "order"
      where id = ${orderId} and (user_id = ${owner.userId} or visitor_hash = ${owner.visitorHash}) for update
    ), opened as (
      insert into payment (id, order_id, attempt, status, amount_minor, card_minor, currency, payment_method)
      select ${paymentId}, id, (select coalesce(max(attempt), 0) + 1 from payment where order_id = ${orderId}), 'OPEN',
        total_minor, total_minor, currency, ${request.paymentMethod}
      from target where status = 'STOCK_RESERVED'
      on conflict do nothing returning order_id
    ), moved as (
      update "order" o set status = ${decision.transition.to}, version = o.version + 1, updated_at = now()
      from opened where o.id = opened.order_id and o.status = 'STOCK_RESERVED'
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
    ), ${tellEvents('moved', [newEvent('order/payment.requested', { orderId, paymentId })])}
    select (select status from target) as status, (select count(*) from moved) as opened`
  if (!row?.status) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  if (row.opened > 0n) return { paymentId }
  // Asked only now: a twin of this request may have opened the payment while the statement waited for the order's row.
  if (await isKnown(db, orderId, paymentId)) return { paymentId }
  if (row.status === 'PAYMENT_PROCESSING' || row.status === 'STOCK_RESERVED')
    throw new DomainError('payment-in-progress', 'another payment of this order is under way')
  throw new DomainError('order-not-payable', `an order that is ${row.status} cannot be paid`, { status: row.status })
}

const isKnown = async (db: Tx, orderId: string, paymentId: string): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`select 1 from payment where id = ${paymentId} and order_id = ${orderId}`
  return rows.length > 0
}
