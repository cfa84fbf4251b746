import type { Tx } from '../client.ts'

/** Locks an order's stock rows in id order, as every writer of stock does, so that no two wait for each other in a circle. */
export const lockReservedStock = async (tx: Tx, orderId: string): Promise<void> => {
  await tx.$queryRaw`
    select 1 from stock s join stock_reservation r on r.variant_id = s.variant_id
    where r.order_id = ${orderId} order by s.variant_id for update of s`
}
