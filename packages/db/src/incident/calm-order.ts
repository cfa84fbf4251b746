import type { Tx } from '../client.ts'

/**
 * Takes an order out of "needs attention" where none of its incidents is open any more, in the transaction that has closed
 * one. The order's row is locked first and its incidents are asked after that: of two who close the last two at once, the
 * second sees what the first has closed, and nobody misses one that is just being opened.
 */
export const calmOrder = async (tx: Tx, orderId: string | null): Promise<void> => {
  if (orderId === null) return
  await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
  await tx.$executeRaw`
    update "order" set needs_attention = false, updated_at = now()
    where id = ${orderId} and needs_attention
      and not exists (select 1 from incident where order_id = ${orderId} and resolved_at is null)`
}
