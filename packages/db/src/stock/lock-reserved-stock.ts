import type { Tx } from '../client.ts'

/**
 * Locks an order's stock rows in id order, as every writer of stock does, so that no two wait for each other in a circle,
 * and tells the stock's ledger for which order they change.
 */
export const lockReservedStock = async (tx: Tx, orderId: string): Promise<void> => {
  await tx.$queryRaw`
    select set_config('makegood.stock_why', ${JSON.stringify({ orderId })}, true)
    from stock s join stock_reservation r on r.variant_id = s.variant_id
    where r.order_id = ${orderId} order by s.variant_id for update of s`
}
