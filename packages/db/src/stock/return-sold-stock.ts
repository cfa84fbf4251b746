import type { Tx } from '../client.ts'
import { lockReservedStock } from './lock-reserved-stock.ts'

/**
 * Gives back all that a cancelled order still holds, whether put aside or sold: for sale again. Lines that were given back
 * before, or came back with a return, do not move, so a second call moves none. Runs in the caller's transaction.
 */
export const returnOrderStock = async (tx: Tx, orderId: string): Promise<number> => {
  await lockReservedStock(tx, orderId)
  return tx.$executeRaw`
    with freed as (
      update stock_reservation r set status = 'RELEASED', payment_id = null
      from stock_reservation before
      where r.order_id = ${orderId} and r.status in ('HELD', 'CONFIRMED') and r.restocked + r.written_off = 0
        and before.order_id = r.order_id and before.variant_id = r.variant_id
      returning r.variant_id, r.quantity, before.status as was
    )
    update stock s set available = s.available + f.quantity, updated_at = now(),
      reserved = s.reserved - case when f.was = 'HELD' then f.quantity else 0 end,
      sold = s.sold - case when f.was = 'CONFIRMED' then f.quantity else 0 end
    from freed f where s.variant_id = f.variant_id`
}

export type GoodsBack = { readonly variantId: string; readonly restocked: number; readonly writtenOff: number }

/**
 * Takes sold goods back into the shop: for sale again, or written off. A check on the reservation keeps more from coming
 * back than was sold. Runs in the caller's transaction, once for each return (the caller guards it).
 */
export const takeGoodsBack = async (tx: Tx, orderId: string, lines: readonly GoodsBack[]): Promise<void> => {
  await lockReservedStock(tx, orderId)
  const rows = JSON.stringify(lines)
  const changed = await tx.$executeRaw`
    with goods as (
      select * from jsonb_to_recordset(${rows}::jsonb) as g("variantId" text, restocked int, "writtenOff" int)
    ), back as (
      update stock_reservation r set restocked = r.restocked + g.restocked, written_off = r.written_off + g."writtenOff"
      from goods g where r.order_id = ${orderId} and r.variant_id = g."variantId" and r.status = 'CONFIRMED'
      returning r.variant_id, g.restocked, g."writtenOff" as written_off
    )
    update stock s set available = s.available + b.restocked, written_off = s.written_off + b.written_off,
      sold = s.sold - b.restocked - b.written_off, updated_at = now()
    from back b where s.variant_id = b.variant_id`
  if (changed !== lines.length) throw new Error(`order ${orderId} has not sold all that shall come back`)
}
