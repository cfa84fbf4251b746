import type { Tx } from '../client.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { assertNothingWaits } from './assert-nothing-waits.ts'
import { assertReturnIs, lockReturn } from './lock-return.ts'

export type ReturnDecision = {
  readonly returnId: string
  readonly operatorId: string
  readonly reason: string
}

/**
 * Accepts a return, once, in the caller's transaction: with it the saga that takes the goods back and gives the money back
 * begins. Where nothing of the order stays with the shopper the order moves to RETURNED. `withoutGoods`: nothing comes
 * back (a lost parcel), so nothing is waited for and the goods are written off.
 */
export const acceptReturn = async (
  tx: Tx,
  { returnId, operatorId, reason, withoutGoods }: ReturnDecision & { readonly withoutGoods: boolean },
): Promise<{ readonly orderId: string }> => {
  const row = await lockReturn(tx, returnId)
  assertReturnIs(row, 'REQUESTED')
  const { orderId } = row
  await tx.$executeRaw`
    update return_request set status = 'ACCEPTED', decision_reason = ${reason}, decided_by = ${operatorId}, decided_at = now(),
      without_goods = ${withoutGoods}
    where id = ${returnId} and status = 'REQUESTED'`
  const accepted = newEvent('return/accepted', { orderId, returnId, withoutGoods })
  if (!row.whole) {
    await appendEvents(tx, row.correlationId, [accepted])
    return { orderId }
  }
  const moved = await transitionOrder(tx, {
    orderId,
    from: row.orderStatus,
    reason: 'return-accepted',
    mover: 'operator',
    moverId: operatorId,
    version: row.orderVersion,
    details: { returnId },
    events: [accepted, newEvent('order/returned', { orderId, returnId })],
  })
  if (!moved.moved) throw new Error('the order moved while its row was locked')
  return { orderId }
}

/**
 * Rejects a return with its reason, once, in the caller's transaction; the units may be asked for again. Refused while somebody
 * else is asked whether to accept it.
 */
export const rejectReturn = async (
  tx: Tx,
  { returnId, operatorId, reason }: ReturnDecision,
): Promise<{ readonly orderId: string }> => {
  const row = await lockReturn(tx, returnId)
  assertReturnIs(row, 'REQUESTED')
  await assertNothingWaits(tx, row, null)
  const { orderId } = row
  await tx.$executeRaw`
    update return_request set status = 'REJECTED', decision_reason = ${reason}, decided_by = ${operatorId}, decided_at = now()
    where id = ${returnId} and status = 'REQUESTED'`
  await tx.$executeRaw`
    update order_line l set return_quantity = l.return_quantity - r.quantity from return_line r
    where r.return_id = ${returnId} and l.order_id = ${orderId} and l.variant_id = r.variant_id`
  await appendEvents(tx, row.correlationId, [newEvent('return/rejected', { orderId, returnId, reason })])
  return { orderId }
}
