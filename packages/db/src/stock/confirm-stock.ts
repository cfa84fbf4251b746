import type { Tx } from '../client.ts'
import { lockReservedStock } from './lock-reserved-stock.ts'

/**
 * Turns an order's held stock into sold stock for one payment attempt: reserved falls, sold rises. Answers how many lines
 * moved; lines that are not held do not move, so a second call moves none. Runs in the caller's transaction.
 */
export const confirmStock = async (tx: Tx, orderId: string, paymentId: string): Promise<number> => {
  await lockReservedStock(tx, orderId)
  return tx.$executeRaw`
    with confirmed as (
      update stock_reservation set status = 'CONFIRMED', payment_id = ${paymentId}
      where order_id = ${orderId} and status = 'HELD' returning variant_id, quantity
    )
    update stock s set reserved = s.reserved - c.quantity, sold = s.sold + c.quantity, updated_at = now()
    from confirmed c where s.variant_id = c.variant_id`
}

/**
 * The undo of `confirmStock`, fenced to its own payment attempt: only what this payment confirmed goes back to held, and
 * nothing of a line of which goods came back already.
 * Answers how many lines moved, 0 where there was nothing to undo.
 */
export const unconfirmStock = async (tx: Tx, orderId: string, paymentId: string): Promise<number> => {
  await lockReservedStock(tx, orderId)
  return tx.$executeRaw`
    with held as (
      update stock_reservation set status = 'HELD', payment_id = null
      where order_id = ${orderId} and payment_id = ${paymentId} and status = 'CONFIRMED' and restocked + written_off = 0
      returning variant_id, quantity
    )
    update stock s set reserved = s.reserved + h.quantity, sold = s.sold - h.quantity, updated_at = now()
    from held h where s.variant_id = h.variant_id`
}
