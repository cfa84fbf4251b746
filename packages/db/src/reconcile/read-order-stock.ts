import type { HeldUnits } from '@makegood/core/order/comparison-views'
import type { Tx } from '../client.ts'

/** So far back is each variant's ledger read; a variant that moved more since the order was placed cannot be told of. */
const entriesMax = 5000

export type OrderStock = { readonly variantId: string; readonly ours: HeldUnits; readonly ledger: HeldUnits | null }

type Row = {
  variantId: string
  held: number
  sold: number
  writtenOff: number
  ledgerHeld: number
  ledgerSold: number
  ledgerWrittenOff: number
  reachesBack: boolean
}

/**
 * What an order holds of each variant by its reservations, and what its entries in the stock's ledger add up to; null where
 * the part of the ledger that is read begins after the reservation.
 */
export const readOrderStock = async (db: Tx, orderId: string): Promise<readonly OrderStock[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select r.variant_id as "variantId",
      case r.status when 'HELD' then r.quantity else 0 end as held,
      case r.status when 'CONFIRMED' then r.quantity - r.restocked - r.written_off else 0 end as sold,
      r.written_off as "writtenOff", c.held::int as "ledgerHeld", c.sold::int as "ledgerSold",
      c.written_off::int as "ledgerWrittenOff", c.put_aside >= r.quantity or c.oldest <= r.created_at as "reachesBack"
    from stock_reservation r cross join lateral (
      select coalesce(sum(e.reserved_after - e.reserved_before) filter (where e.order_id = r.order_id), 0) as held,
        coalesce(sum(e.sold_after - e.sold_before) filter (where e.order_id = r.order_id), 0) as sold,
        coalesce(sum(e.written_off_after - e.written_off_before) filter (where e.order_id = r.order_id), 0) as written_off,
        coalesce(sum(greatest(e.reserved_after - e.reserved_before, 0)) filter (where e.order_id = r.order_id), 0) as put_aside,
        (array_agg(e.at order by e.id))[1] as oldest
      from (select * from stock_change where variant_id = r.variant_id order by id desc limit ${entriesMax}) e
    ) c
    where r.order_id = ${orderId} order by r.variant_id`
  return rows.map(({ variantId, held, sold, writtenOff, ...ledger }) => ({
    variantId,
    ours: { held, sold, writtenOff },
    ledger: ledger.reachesBack
      ? { held: ledger.ledgerHeld, sold: ledger.ledgerSold, writtenOff: ledger.ledgerWrittenOff }
      : null,
  }))
}
