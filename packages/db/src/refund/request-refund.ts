import { DomainError } from '@makegood/core/errors'
import { findRefundRefusal } from '@makegood/core/order/decide-refund'
import type { RefundOrder } from '@makegood/core/order/order-act-inputs'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { openReturnStatuses } from '@makegood/core/return/return-reasons'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { lockPaidPayment, planRefund } from './plan-refund.ts'

export type RefundRequest = RefundOrder & { readonly operatorId: string }
type Request = RefundRequest
type OrderRow = { status: OrderStatus; cancelling: boolean; correlationId: string }

/**
 * An operator gives back a part of what was paid: planned with its audit entry and the event that begins the saga which sends
 * it, all or nothing, once for one client-made id. Never more than is left of the payment, however many ask at once.
 */
export const requestRefund = (db: Db, request: Request): Promise<void> =>
  inTransaction(db, tx => applyRefund(tx, request))

/** The same in the caller's transaction: what a second pair of eyes has approved. */
export const applyRefund = async (tx: Tx, request: Request): Promise<void> => {
  const { orderId, refundRequestId, operatorId, reason, lines } = request
  const amountMinor = BigInt(request.amountMinor)
  const order = await lockOrder(tx, orderId)
  if (await isKnown(tx, request)) return
  const payment = await lockPaidPayment(tx, orderId)
  const leftMinor = payment && payment.cardLeft + payment.walletLeft
  const refusal = findRefundRefusal({ ...order, returning: await isReturning(tx, orderId), leftMinor })
  if (refusal) throw new DomainError(refusal, `no part of an order that is ${order.status} can be refunded`)
  if (leftMinor === null || amountMinor > leftMinor)
    throw new DomainError('refund-too-large', 'more would go back than is left', { left: `${leftMinor}` })
  await assertBought(tx, request)
  await tx.$executeRaw`
      insert into refund_request (id, order_id, operator_id, amount_minor, lines, reason)
      values (${refundRequestId}, ${orderId}, ${operatorId}, ${amountMinor}, ${JSON.stringify(lines)}::jsonb, ${reason})`
  await planRefund(tx, orderId, { source: 'operator', sourceId: refundRequestId }, amountMinor)
  await appendEvents(tx, order.correlationId, [newEvent('refund/requested', { orderId, refundRequestId })])
  await writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: 'order.refund',
    orderId,
    subject: refundRequestId,
    reason,
    details: { amountMinor: request.amountMinor, lines },
  })
}

const lockOrder = async (tx: Tx, orderId: string): Promise<OrderRow> => {
  const [order] = await tx.$queryRaw<OrderRow[]>`
    select status, cancelling, correlation_id as "correlationId" from "order" where id = ${orderId} for update`
  if (!order) throw new DomainError('not-found', `no order ${orderId}`)
  return order
}

/** True where exactly this was asked before; the same id for something else is refused. */
const isKnown = async (tx: Tx, { refundRequestId, orderId, amountMinor }: Request): Promise<boolean> => {
  const [known] = await tx.$queryRaw<{ orderId: string; amountMinor: bigint }[]>`
    select order_id as "orderId", amount_minor as "amountMinor" from refund_request where id = ${refundRequestId}`
  if (!known) return false
  if (known.orderId !== orderId || known.amountMinor !== BigInt(amountMinor))
    throw new DomainError('conflict', 'this refund was asked for otherwise')
  return true
}

const isReturning = async (tx: Tx, orderId: string): Promise<boolean> => {
  const open = await tx.$queryRaw<unknown[]>`
    select 1 from return_request where order_id = ${orderId} and status = any(${openReturnStatuses}::text[])`
  return open.length > 0
}

const assertBought = async (tx: Tx, { orderId, lines }: Request): Promise<void> => {
  const bought = await tx.$queryRaw<{ variantId: string; quantity: number }[]>`
    select variant_id as "variantId", quantity from order_line where order_id = ${orderId}`
  for (const { variantId, quantity } of lines)
    if (quantity > (bought.find(line => line.variantId === variantId)?.quantity ?? 0))
      throw new DomainError('refund-not-possible', 'more of a line than was bought', { variantId })
}
