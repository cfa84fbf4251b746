import { shopDayOf, shopTimeZone } from '@makegood/core/shop-time'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { SalesOfDay } from '../redis/rebuild-sales-ranking.ts'
import type { ProductUnits, SoldOrder } from '../redis/sales-ranking.ts'

// An order counts for the day on which it was placed: that never changes, and there is an index on it.
const isSold = Prisma.sql`exists (select 1 from order_history h where h.order_id = o.id and h.to_status = 'CONFIRMED')`

const placedOn = (from: string, to: string) => Prisma.sql`
  o.placed_at >= (${from}::text::date::timestamp at time zone ${shopTimeZone})
  and o.placed_at < ((${to}::text::date + 1)::timestamp at time zone ${shopTimeZone})`

/** What was sold with each of these orders, and on which day of the shop; orders that were never confirmed are left out. */
export const readSoldOrders = async (
  db: Tx,
  orderIds: readonly string[],
): Promise<readonly (SoldOrder & { readonly day: string })[]> => {
  const rows = await db.$queryRaw<{ orderId: string; placedAt: Date; lines: ProductUnits[] }[]>`
    select o.id as "orderId", o.placed_at as "placedAt",
      (select json_agg(json_build_object('productId', s.product_id, 'units', s.units)) from (
        select v.product_id, sum(l.quantity) as units from order_line l join variant v on v.id = l.variant_id
        where l.order_id = o.id group by v.product_id) s) as lines
    from "order" o where o.id = any(${orderIds}) and ${isSold}`
  return rows.map(({ placedAt, ...order }) => ({ ...order, day: shopDayOf(placedAt) }))
}

/** Everything that was sold on one day of the shop: the truth from which a lost ranking is rebuilt. */
export const readSalesOfDay = async (db: Tx, day: string): Promise<SalesOfDay> => {
  const rows = await db.$queryRaw<{ units: ProductUnits[]; orderIds: string[] }[]>`
    with sold as (select o.id from "order" o where ${placedOn(day, day)} and ${isSold})
    select (select coalesce(json_agg(id), '[]') from sold) as "orderIds",
      (select coalesce(json_agg(json_build_object('productId', s.product_id, 'units', s.units)), '[]') from (
        select v.product_id, sum(l.quantity) as units
        from sold join order_line l on l.order_id = sold.id join variant v on v.id = l.variant_id
        group by v.product_id) s) as units`
  return rows[0] ?? { units: [], orderIds: [] }
}

/** The products of which most was sold from one day of the shop to another, without Redis. */
export const readTopSales = async (
  db: Tx,
  { from, to, limit }: { readonly from: string; readonly to: string; readonly limit: number },
): Promise<readonly ProductUnits[]> => {
  const rows = await db.$queryRaw<{ productId: string; units: bigint }[]>`
    select v.product_id as "productId", sum(l.quantity) as units
    from "order" o join order_line l on l.order_id = o.id join variant v on v.id = l.variant_id
    where ${placedOn(from, to)} and ${isSold}
    group by v.product_id order by units desc, v.product_id desc limit ${limit}`
  return rows.map(({ productId, units }) => ({ productId, units: Number(units) }))
}
