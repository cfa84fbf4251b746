import type { Tx } from '../client.ts'
import { lockReservedStock } from './lock-reserved-stock.ts'

/** Gives an order's held stock back to the shop: reserved falls, available rises. Answers how many lines moved. */
export const releaseStock = async (tx: Tx, orderId: string): Promise<number> => {
  await lockReservedStock(tx, orderId)
  return tx.$executeRaw`
    with released as (
      update stock_reservation set status = 'RELEASED' where order_id = ${orderId} and status = 'HELD'
      returning variant_id, quantity
    )
    update stock s set available = s.available + r.quantity, reserved = s.reserved - r.quantity, updated_at = now()
    from released r where s.variant_id = r.variant_id`
}
