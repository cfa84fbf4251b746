import { findShortLines, type ShortLine } from '@makegood/core/stock/find-short-lines'
import type { Tx } from '../client.ts'

export type ReserveResult =
  | { readonly reserved: true }
  | { readonly reserved: false; readonly shortLines: readonly ShortLine[] }

/** Locks the stock that an order's lines want, in id order, tells its ledger for which order, and names every line that is short. */
export const lockWantedStock = async (tx: Tx, orderId: string): Promise<readonly ShortLine[]> => {
  const rows = await tx.$queryRaw<{ variantId: string; quantity: number; available: number }[]>`
    with locked as (
      select s.variant_id, s.available from stock s join order_line l on l.variant_id = s.variant_id
      where l.order_id = ${orderId} order by s.variant_id for update of s
    )
    select l.variant_id as "variantId", l.quantity, coalesce(locked.available, 0) as available,
      set_config('makegood.stock_why', ${JSON.stringify({ orderId })}, true) as why
    from order_line l left join locked on locked.variant_id = l.variant_id
    where l.order_id = ${orderId} order by l.variant_id`
  return findShortLines(rows, rows)
}

/**
 * Puts an order's stock aside, all lines or none: rows are locked in id order, so that two orders never wait for each
 * other in a circle; available falls, reserved rises. Where stock is short every short line is named, one
 * without a stock row too, and nothing is written. Runs in the caller's transaction.
 */
export const reserveStock = async (tx: Tx, orderId: string, reservationSeconds: number): Promise<ReserveResult> => {
  const shortLines = await lockWantedStock(tx, orderId)
  if (shortLines.length > 0) return { reserved: false, shortLines }
  await tx.$executeRaw`
    with taken as (
      update stock s set available = s.available - l.quantity, reserved = s.reserved + l.quantity, updated_at = now()
      from order_line l where l.order_id = ${orderId} and l.variant_id = s.variant_id
      returning s.variant_id, l.quantity
    )
    insert into stock_reservation (order_id, variant_id, quantity, status, expires_at)
    select ${orderId}, variant_id, quantity, 'HELD', now() + make_interval(secs => ${reservationSeconds}) from taken`
  return { reserved: true }
}
