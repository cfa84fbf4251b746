import { shopCurrency } from '@makegood/core/money/shop-currency'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { TopProduct } from '@makegood/core/today/views'
import type { Tx } from '../client.ts'

/** The products with the most units confirmed since a day of the shop, the first first. */
export const readTopProducts = async (
  db: Tx,
  { fromDay, limit }: { readonly fromDay: string; readonly limit: number },
): Promise<readonly TopProduct[]> => {
  const rows = await db.$queryRaw<
    { productId: string; slug: string; nameKo: string; nameEn: string; units: number; amountMinor: bigint }[]
  >`
    with top as (
      select product_id, sum(units)::int as units, sum(amount_minor)::bigint as amount_minor from sales_product_day
      where day >= ${fromDay}::text::date group by product_id order by 2 desc, 3 desc, 1 limit ${limit}
    )
    select top.product_id as "productId", p.slug, p.name_ko as "nameKo", p.name_en as "nameEn", top.units,
      top.amount_minor as "amountMinor"
    from top join product p on p.id = top.product_id order by top.units desc, top.amount_minor desc, top.product_id`
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    amount: toWireMoney({ amountMinor, currency: shopCurrency }),
  }))
}
