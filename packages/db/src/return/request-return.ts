import { DomainError } from '@makegood/core/errors'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { type BoughtLine, priceReturn } from '@makegood/core/return/price-return'
import type { Tx } from '../client.ts'
import { assertSeen } from '../order/assert-seen.ts'
import { assertOwner, type Owner } from '../order/owner.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

export type ReturnRequest = {
  readonly orderId: string
  readonly returnId: string
  readonly by: 'shopper' | 'operator' | 'carrier'
  /** Set for a shopper: an order that is not theirs does not exist. */
  readonly owner?: Owner
  /** Set for an operator: the order's version that they decided on. */
  readonly seenVersion?: number
  readonly reason: string
  readonly note?: string
  /** What shall go back; all that the shopper still has where it is left out. */
  readonly lines?: readonly { readonly variantId: string; readonly quantity: number }[]
}

/**
 * Asks for goods to be taken back, once, in the caller's transaction: the request with what each line is worth and, where
 * all of a faulty order goes back, its delivery, and `return/requested`. Only of an order that was dispatched; one open request an order (a unique index), never more units
 * than were bought (a check). The same request again gives the same answer.
 */
export const requestReturn = async (tx: Tx, request: ReturnRequest): Promise<void> => {
  const { orderId, returnId, by, reason } = request
  const order = await lockOrder(tx, request)
  if (await isKnown(tx, returnId, orderId)) return
  const { seenVersion } = request
  if (seenVersion !== undefined) await assertSeen(tx, { orderId, seenVersion })
  if (order.status !== 'SHIPPING' && order.status !== 'DELIVERED')
    throw new DomainError('return-not-possible', `an order that is ${order.status} cannot be returned`, {
      status: order.status,
    })
  const bought = await listLines(tx, orderId)
  const wanted = request.lines ?? leftOf(bought)
  if (wanted.length === 0) throw new DomainError('return-not-possible', 'nothing of this order is left to return')
  if (new Set(wanted.map(line => line.variantId)).size < wanted.length)
    throw new DomainError('return-not-possible', 'a line is named twice')
  for (const line of wanted) refuseMoreThanBought(bought, line)
  const reasons = [...(await listReasons(tx, orderId)), reason]
  const price = priceReturn(wanted, { bought, deliveryMinor: order.deliveryMinor, reasons })
  const rows = JSON.stringify(price.lines.map(line => ({ ...line, refundMinor: line.refundMinor.toString() })))
  const inserted = await tx.$executeRaw`
    insert into return_request (id, order_id, status, reason, note, whole, requested_by, refund_minor)
    values (${returnId}, ${orderId}, 'REQUESTED', ${reason}, ${request.note ?? ''}, ${price.whole}, ${by}, ${price.totalMinor})
    on conflict do nothing`
  if (inserted === 0) throw new DomainError('return-not-possible', 'a return of this order is under way already')
  await tx.$executeRaw`
    with wanted as (
      select * from jsonb_to_recordset(${rows}::jsonb) as w("variantId" text, quantity int, "refundMinor" bigint)
    ), counted as (
      update order_line l set return_quantity = l.return_quantity + w.quantity from wanted w
      where l.order_id = ${orderId} and l.variant_id = w."variantId"
    )
    insert into return_line (return_id, variant_id, quantity, refund_minor)
    select ${returnId}, "variantId", quantity, "refundMinor" from wanted`
  await appendEvents(tx, order.correlationId, [newEvent('return/requested', { orderId, returnId })])
}

const leftOf = (bought: readonly BoughtLine[]) =>
  bought.flatMap(({ variantId, quantity, returned }) =>
    quantity > returned ? [{ variantId, quantity: quantity - returned }] : [],
  )

const refuseMoreThanBought = (
  bought: readonly BoughtLine[],
  wanted: { readonly variantId: string; readonly quantity: number },
): void => {
  const line = bought.find(candidate => candidate.variantId === wanted.variantId)
  if (!line || wanted.quantity < 1 || line.returned + wanted.quantity > line.quantity)
    throw new DomainError('return-not-possible', 'more would go back than was bought', { variantId: wanted.variantId })
}

const lockOrder = async (tx: Tx, { orderId, owner }: ReturnRequest) => {
  if (owner) assertOwner(owner)
  const rows = await tx.$queryRaw<{ status: OrderStatus; correlationId: string; deliveryMinor: bigint }[]>`
    select status, delivery_minor as "deliveryMinor", correlation_id as "correlationId" from "order"
    where id = ${orderId} and (${!owner} or user_id = ${owner?.userId ?? null} or visitor_hash = ${owner?.visitorHash ?? null})
    for update`
  const row = rows[0]
  if (!row) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  return row
}

const listLines = (tx: Tx, orderId: string): Promise<BoughtLine[]> => tx.$queryRaw<BoughtLine[]>`
  select variant_id as "variantId", unit_price_minor as "unitPriceMinor", quantity, discount_minor as "discountMinor",
    return_quantity as returned
  from order_line where order_id = ${orderId} order by position`

/** Why goods of this order went back before. */
const listReasons = async (tx: Tx, orderId: string): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ reason: string }[]>`
    select reason from return_request where order_id = ${orderId} and status <> 'REJECTED'`
  return rows.map(row => row.reason)
}

const isKnown = async (tx: Tx, returnId: string, orderId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from return_request where id = ${returnId} and order_id = ${orderId}`
  return rows.length > 0
}
