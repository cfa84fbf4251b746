import type { Tx } from '../client.ts'
import type { ListProducts, ProductPage } from './product-page.ts'

export const pageSize = 24

/**
 * Lists one page of the published products that have something to buy, with every category and the number of all that
 * match, in one statement. The order is total, so no product is on two pages or on none.
 */
export const listProducts = async (db: Tx, { locale, category, sort, page }: ListProducts): Promise<ProductPage> => {
  const english = locale === 'en'
  const rows = await db.$queryRaw<Pick<ProductPage, 'products' | 'categories' | 'total'>[]>`
    with offered as (
      select v.product_id, min(v.price_minor) as low, max(v.price_minor) as high, min(v.currency) as currency,
        coalesce(sum(s.available), 0)::int as available
      from variant v left join stock s on s.variant_id = v.id
      where v.active group by v.product_id
    ), listed as (
      select p.*, o.low, o.high, o.currency, o.available, row_number() over (order by
        case when ${sort} = 'price-up' then o.low end, case when ${sort} = 'price-down' then o.low end desc,
        p.position, p.id) as place
      from product p join offered o on o.product_id = p.id
      where p.published and (${category ?? null}::text is null or p.category_slug = ${category ?? null})
    ), shown as (
      select * from listed order by place limit ${pageSize}::int offset ${(page - 1) * pageSize}::int
    )
    select (select count(*)::int from listed) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('slug', c.slug, 'name', case when ${english} then c.name_en else c.name_ko end)
        order by c.position, c.slug), '[]') from category c) as categories,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'slug', p.slug,
        'name', case when ${english} then p.name_en else p.name_ko end, 'categorySlug', p.category_slug, 'mended', p.mended,
        'picture', pic.view, 'priceFrom', jsonb_build_object('amountMinor', p.low::text, 'currency', p.currency),
        'priceVaries', p.low <> p.high, 'available', p.available) order by p.place), '[]')
      from shown p left join lateral (
        select jsonb_build_object('path', i.path, 'alt', case when ${english} then i.alt_en else i.alt_ko end,
          'width', i.width, 'height', i.height) as view
        from picture i where i.product_id = p.id order by i.position limit 1
      ) pic on true) as products`
  const [row] = rows
  if (!row) throw new Error('the product list has no answer row')
  return { ...row, page, pageSize }
}
