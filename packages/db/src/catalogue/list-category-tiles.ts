import type { CategoryTile } from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

/** Every category in the shop's order, with how much of it is for sale and the picture of its first product that has one. */
export const listCategoryTiles = async (db: Tx, locale: Locale): Promise<readonly CategoryTile[]> => {
  const english = locale === 'en'
  return await db.$queryRaw<CategoryTile[]>`
    select c.slug, case when ${english} then c.name_en else c.name_ko end as name,
      (select count(*)::int from product p
        where p.category_slug = c.slug and p.published and p.price_low_minor is not null) as count,
      (select jsonb_build_object('path', i.path, 'alt', case when ${english} then i.alt_en else i.alt_ko end,
          'width', i.width, 'height', i.height)
        from product p join picture i on i.product_id = p.id
        where p.category_slug = c.slug and p.published and p.price_low_minor is not null
        order by p.position, p.id, i.position limit 1) as picture
    from category c order by c.position, c.slug`
}
