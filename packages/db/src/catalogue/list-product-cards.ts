import type { ProductCard } from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

/** The cards of these products in the given order; what is not published or has nothing to buy is left out. */
export const listProductCards = async (
  db: Tx,
  { productIds, locale }: { readonly productIds: readonly string[]; readonly locale: Locale },
): Promise<ProductCard[]> => {
  const english = locale === 'en'
  return await db.$queryRaw<ProductCard[]>`
    select p.id, p.slug, case when ${english} then p.name_en else p.name_ko end as name, p.category_slug as "categorySlug",
      p.mended, pic.views->0 as picture, pic.views->1 as "secondPicture", o.available, o.low <> o.high as "priceVaries",
      jsonb_build_object('amountMinor', o.low::text, 'currency', o.currency) as "priceFrom"
    from unnest(${[...productIds]}::text[]) with ordinality as wanted(id, place)
    join product p on p.id = wanted.id and p.published
    join lateral (
      select min(v.price_minor) as low, max(v.price_minor) as high, min(v.currency) as currency,
        coalesce(sum(s.available), 0)::int as available
      from variant v left join stock s on s.variant_id = v.id where v.product_id = p.id and v.active
      having count(*) > 0
    ) o on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('path', i.path, 'alt', case when ${english} then i.alt_en else i.alt_ko end,
        'width', i.width, 'height', i.height) order by i.position), '[]') as views
      from (select * from picture where product_id = p.id order by position limit 2) i
    ) pic
    order by wanted.place`
}
