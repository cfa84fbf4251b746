import type { Tx } from '../client.ts'

export type ListRelated = { readonly slug: string; readonly limit: number }

/** So many of a product's latest orders say what goes with it: enough to tell, and the same work however well it sells. */
const ordersMax = 300

/**
 * The products that go best with a published one: those that were bought together with it most often in its latest confirmed
 * orders, then those of its category and its colour. Never itself, nothing unpublished, and what is sold out comes last.
 */
export const listRelatedIds = async (db: Tx, { slug, limit }: ListRelated): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with self as (
      select id, category_slug, colour from product where slug = ${slug} and published
    ), latest as (
      select l.order_id from self join variant v on v.product_id = self.id join order_line l on l.variant_id = v.id
      where exists (select 1 from order_history h where h.order_id = l.order_id and h.to_status = 'CONFIRMED')
      order by l.order_id desc limit ${ordersMax}
    ), together as (
      select v.product_id, count(distinct l.order_id) as orders
      from latest join order_line l on l.order_id = latest.order_id join variant v on v.id = l.variant_id
      group by v.product_id
    )
    select p.id
    from self join product p on p.published and p.id <> self.id
    join lateral (
      select bool_or(s.available > 0) as there from variant v left join stock s on s.variant_id = v.id
      where v.product_id = p.id and v.active having count(*) > 0
    ) o on true
    left join together t on t.product_id = p.id
    where t.orders is not null or p.category_slug = self.category_slug or p.colour = self.colour
    order by o.there desc nulls last, coalesce(t.orders, 0) desc,
      (p.category_slug = self.category_slug)::int + (p.colour = self.colour)::int desc,
      (p.category_slug = self.category_slug) desc, p.position, p.id
    limit ${limit}`
  return rows.map(row => row.id)
}
