import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { type Canceller, decideCancellation } from '@makegood/core/order/decide-cancellation'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { feeOf } from '@makegood/core/refund/refund-rules'
import type { Tx } from '../client.ts'
import { assertSeen } from '../order/assert-seen.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { lockPaidPayment } from '../refund/plan-refund.ts'
import { hasParcelLeft } from './has-parcel-left.ts'
import { readFeePolicy } from './read-fee-policy.ts'

export type CancellationRequest = {
  readonly orderId: string
  readonly cancellationId: string
  readonly by: Canceller
  /** Set for a shopper: an order that is not theirs does not exist. */
  readonly owner?: Owner
  readonly moverId?: string
  /** Set for an operator: the order's version that they decided on. */
  readonly seenVersion?: number
  readonly note?: string
  /** Set for a shopper: the fee that they were shown. Where it has become more, nothing is asked for. */
  readonly expectedFeeMinor?: bigint
  readonly policy: { readonly cancelFeePercent: number }
}

type OrderRow = { status: OrderStatus; correlationId: string; parcelLeft: boolean }

/**
 * Asks for an order to be cancelled, once: the request and the event that begins the undoing, in the caller's transaction,
 * while the order's row is locked. From then on no saga of the order takes another step before its pivot, and the fee is
 * what it is at this moment. The same request again gives the same answer; another one while this is open is refused, and so
 * is one in a state that has no such way, one whose parcel the carrier will not give back, and one that would cost more than the shopper was shown.
 */
export const requestCancellation = async (tx: Tx, request: CancellationRequest): Promise<OrderStatus> => {
  const { orderId, cancellationId, by } = request
  const order = await lockOrder(tx, request)
  const decision = decideCancellation(order.status, by, await readFeePolicy(tx, orderId, request.policy))
  if (await isKnown(tx, cancellationId, orderId)) return order.status
  const { seenVersion } = request
  if (seenVersion !== undefined) await assertSeen(tx, { orderId, seenVersion })
  if (!decision.allowed)
    throw new DomainError(decision.refusal, `an order that is ${order.status} cannot be cancelled by ${by}`, {
      status: order.status,
    })
  if (order.parcelLeft) throw new DomainError('order-dispatched', 'the carrier has said that it has the parcel in hand')
  const feeMinor = await takeFee(tx, request, decision.feePercent)
  const inserted = await tx.$executeRaw`
    with requested as (
      insert into cancellation (id, order_id, from_status, status, reason, note, mover, mover_id, fee_minor)
      values (${cancellationId}, ${orderId}, ${order.status}, 'REQUESTED', ${decision.reason}, ${request.note ?? ''}, ${by},
        ${request.moverId ?? null}, ${feeMinor})
      on conflict do nothing returning order_id
    )
    update "order" set cancelling = true where id in (select order_id from requested)`
  if (inserted === 0) throw new DomainError('cancel-in-progress', 'this order is being cancelled already')
  await appendEvents(tx, order.correlationId, [await eventOf(tx, order.status, request)])
  return order.status
}

const takeFee = async (
  tx: Tx,
  { orderId, expectedFeeMinor }: CancellationRequest,
  percent: number,
): Promise<bigint> => {
  const payment = percent === 0 ? null : await lockPaidPayment(tx, orderId)
  const feeMinor = payment ? feeOf(payment.taken, percent) : 0n
  if (expectedFeeMinor !== undefined && feeMinor > expectedFeeMinor)
    throw new DomainError('fee-changed', `cancelling ${orderId} would cost more than was shown`, {
      feeMinor: feeMinor.toString(),
    })
  return feeMinor
}

/** Before the payment is through, its own saga undoes itself; after it, a saga of its own undoes what was done. */
const eventOf = async (tx: Tx, fromStatus: OrderStatus, { orderId, cancellationId }: CancellationRequest) => {
  if (fromStatus !== 'PAYMENT_PROCESSING')
    return newEvent('order/cancel.requested', { orderId, cancellationId, fromStatus })
  // Asked only now: the payment may have been opened while the request waited for the order's row.
  const [payment] = await tx.$queryRaw<{ id: string }[]>`
    select id from payment where order_id = ${orderId} order by attempt desc limit 1`
  if (!payment) throw new Error(`order ${orderId} is being paid by no payment`)
  return newEvent('payment/changed', { orderId, paymentId: payment.id })
}

const lockOrder = async (tx: Tx, { orderId, owner }: CancellationRequest): Promise<OrderRow> => {
  if (owner) assertOwner(owner)
  const rows = await tx.$queryRaw<OrderRow[]>`
    select status, correlation_id as "correlationId", ${hasParcelLeft} as "parcelLeft" from "order" o
    where id = ${orderId}
      and (${!owner} or user_id = ${owner?.userId ?? null} or visitor_hash = ${owner?.visitorHash ?? null})
    for update`
  const row = rows[0]
  if (!row) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  return row
}

const isKnown = async (tx: Tx, cancellationId: string, orderId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from cancellation where id = ${cancellationId} and order_id = ${orderId}`
  return rows.length > 0
}

export const newCancellationId = (): string => newId('cancellation', new Date())
