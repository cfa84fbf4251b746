import { shopCurrency } from '@makegood/core/money/shop-currency'
import { shopDayOf, shopTimeZone } from '@makegood/core/shop-time'
import type { Tx } from '../client.ts'

/** Counts what was sold of each product anew for every day of the shop that this span touches, by the moment of confirmation. */
export const rollUpProducts = async (tx: Tx, from: Date, to: Date): Promise<void> => {
  const [firstDay, lastDay] = [shopDayOf(from), shopDayOf(to)]
  await tx.$executeRaw`delete from sales_product_day where day >= ${firstDay}::text::date and day <= ${lastDay}::text::date`
  await tx.$executeRaw`
    insert into sales_product_day (day, product_id, units, amount_minor)
    select (h.at at time zone ${shopTimeZone})::date, v.product_id, sum(l.quantity)::int,
      coalesce(sum(l.quantity * l.unit_price_minor - l.discount_minor) filter (where v.currency = ${shopCurrency}), 0)::bigint
    from order_history h join order_line l on l.order_id = h.order_id join variant v on v.id = l.variant_id
    where h.to_status = 'CONFIRMED' and h.at >= (${firstDay}::text::date::timestamp at time zone ${shopTimeZone})
      and h.at < ((${lastDay}::text::date + 1)::timestamp at time zone ${shopTimeZone})
    group by 1, 2`
}
