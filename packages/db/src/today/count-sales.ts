import { shopCurrency } from '@makegood/core/money/shop-currency'
import { confirmTimeSteps } from '@makegood/core/today/confirm-times'
import { Prisma } from '../generated/prisma/client.ts'

const { firstMs, factor, count } = confirmTimeSteps

const hourOf = (moment: Prisma.Sql): Prisma.Sql => Prisma.sql`date_trunc('hour', ${moment}, 'UTC')`

/** The shop's own time: from the shopper's last request to pay until the order was confirmed, not by an operator who looked first. */
const confirmStep = Prisma.sql`
  select least(${count}::int, case when ms < ${firstMs} then 0
    else 1 + floor(ln(ms / ${firstMs}::float8) / ln(${factor}::float8))::int end) as step
  from (select extract(epoch from h.at - p.at)::float8 * 1000 as ms from order_history p
    where p.order_id = h.order_id and p.to_status = 'PAYMENT_PROCESSING' and p.version < h.version
    order by p.version desc limit 1) asked`

/**
 * What happened between two moments, one row an hour, each thing counted in the hour in which it happened: so an hour that
 * has passed does not change, and counts of parts of an hour can be added. Asked by indexes on those moments alone.
 */
export const countSales = (from: Prisma.Sql, to: Prisma.Sql): Prisma.Sql => {
  const during = (moment: Prisma.Sql) => Prisma.sql`${moment} >= ${from} and ${moment} < ${to}`
  const at = Prisma.sql`h.at`
  return Prisma.sql`
    with moves as (
      select ${hourOf(at)} as hour, h.to_status, h.from_status, o.total_minor, o.currency, t.step
      from order_history h join "order" o on o.id = h.order_id
      left join lateral (${confirmStep}) t on h.to_status = 'CONFIRMED' and h.mover <> 'operator'
      where ${during(at)} and (h.to_status in ('PENDING', 'CONFIRMED', 'CANCELLED') or h.from_status = 'PENDING')
    ), facts as (
      select hour, 'orders' as fact, count(*) as n, 0::numeric as minor from moves where to_status = 'PENDING' group by 1
      union all
      select hour, 'confirmed', count(*), coalesce(sum(total_minor) filter (where currency = ${shopCurrency}), 0)
        from moves where to_status = 'CONFIRMED' group by 1
      union all select hour, 'cancelled', count(*), 0 from moves where to_status = 'CANCELLED' group by 1
      union all select hour, 'reserved', count(*), 0 from moves where from_status = 'PENDING' and to_status <> 'CANCELLED' group by 1
      union all select hour, 'unreserved', count(*), 0 from moves where from_status = 'PENDING' and to_status = 'CANCELLED' group by 1
      union all
      select ${hourOf(Prisma.sql`settled_at`)}, case when status in ('DECLINED', 'FAILED') then 'unpaid' else 'paid' end, count(*), 0
        from payment where ${during(Prisma.sql`settled_at`)} group by 1, 2
      union all
      select ${hourOf(Prisma.sql`opened_at`)}, 'incidents', count(*), 0 from incident where ${during(Prisma.sql`opened_at`)} group by 1
      union all
      select ${hourOf(Prisma.sql`done_at`)}, 'refunds', count(*), coalesce(sum(amount_minor) filter (where currency = ${shopCurrency}), 0)
        from refund where ${during(Prisma.sql`done_at`)} and status = 'DONE' group by 1
      union all
      select ${hourOf(Prisma.sql`c.updated_at`)}, 'carts', count(*), 0 from cart c
        where ${during(Prisma.sql`c.updated_at`)} and exists (select 1 from cart_line l where l.cart_id = c.id) group by 1
    ), times as (
      select hour, jsonb_object_agg(step, n) as steps from (
        select hour, step, count(*) as n from moves where step is not null group by 1, 2) counted group by 1
    )
    select hour, ${sum('orders')} as orders, ${sum('confirmed')} as confirmed,
      coalesce(sum(minor) filter (where fact = 'confirmed'), 0)::bigint as confirmed_minor, ${sum('cancelled')} as cancelled,
      ${sum('reserved')} as reserved, ${sum('unreserved')} as unreserved, ${sum('paid')} as paid, ${sum('unpaid')} as unpaid,
      ${sum('incidents')} as incidents, ${sum('refunds')} as refunds,
      coalesce(sum(minor) filter (where fact = 'refunds'), 0)::bigint as refunded_minor, ${sum('carts')} as carts,
      coalesce((select steps from times where times.hour = facts.hour), '{}'::jsonb) as confirm_times
    from facts group by hour`
}

const sum = (fact: string): Prisma.Sql => Prisma.sql`coalesce(sum(n) filter (where fact = ${fact}), 0)::int`

/** The columns of `sales_hour`. */
export const hourColumns = Prisma.sql`hour, orders, confirmed, confirmed_minor, cancelled, reserved, unreserved, paid, unpaid,
  incidents, refunds, refunded_minor, carts, confirm_times`

/** The sums of some of its rows, all but the times. */
export const hourSums = Prisma.sql`sum(orders)::int as orders, sum(confirmed)::int as confirmed,
  sum(confirmed_minor)::bigint as confirmed_minor, sum(cancelled)::int as cancelled, sum(reserved)::int as reserved,
  sum(unreserved)::int as unreserved, sum(paid)::int as paid, sum(unpaid)::int as unpaid, sum(incidents)::int as incidents,
  sum(refunds)::int as refunds, sum(refunded_minor)::bigint as refunded_minor, sum(carts)::int as carts`

/** Such sums as `Sales` has them. */
export const salesColumns = Prisma.sql`orders, confirmed, confirmed_minor as "confirmedMinor", cancelled, reserved, unreserved,
  paid, unpaid, incidents, refunds, refunded_minor as "refundedMinor", carts`
