import type { Tx } from '../client.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { newEvent } from '../outbox/new-event.ts'
import { releaseStock } from './release-stock.ts'

/** Up to `limit` orders that still hold stock after their time and have no payment under way, the oldest first. */
export const listExpiredReservations = async (db: Tx, limit: number): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ orderId: string }[]>`
    select r.order_id as "orderId" from stock_reservation r join "order" o on o.id = r.order_id
    where r.status = 'HELD' and r.expires_at < now() and o.status = 'STOCK_RESERVED'
    group by r.order_id order by min(r.expires_at) limit ${limit}`
  return rows.map(row => row.orderId)
}

/**
 * Cancels an order whose reservation ran out and gives its stock back, all or nothing, in the caller's transaction. An
 * order that was paid, cancelled or put into payment in the meantime is left alone.
 */
export const expireReservation = async (tx: Tx, orderId: string): Promise<boolean> => {
  const order = await getOrderState(tx, orderId)
  if (order.status !== 'STOCK_RESERVED') return false
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'STOCK_RESERVED',
    reason: 'reservation-expired',
    mover: 'system',
    version: order.version,
    events: [newEvent('order/cancelled', { orderId, reason: 'reservation-expired' })],
  })
  if (moved.moved) await releaseStock(tx, orderId)
  return moved.moved
}
