import type { ProductDetail } from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

export type GetProduct = { readonly slug: string; readonly locale: Locale }

/** Reads one published product with its pictures and the variants that are sold, in one statement; null for any other. */
export const getProduct = async (db: Tx, { slug, locale }: GetProduct): Promise<ProductDetail | null> => {
  const english = locale === 'en'
  const rows = await db.$queryRaw<ProductDetail[]>`
    select p.id, p.slug, p.mended,
      case when ${english} then p.name_en else p.name_ko end as name,
      case when ${english} then p.description_en else p.description_ko end as description,
      case when ${english} then p.details_en else p.details_ko end as details,
      jsonb_build_object('slug', c.slug, 'name', case when ${english} then c.name_en else c.name_ko end) as category,
      (select coalesce(jsonb_agg(jsonb_build_object('path', i.path, 'alt', case when ${english} then i.alt_en else i.alt_ko end,
        'width', i.width, 'height', i.height) order by i.position), '[]')
        from picture i where i.product_id = p.id) as pictures,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id,
        'option', case when ${english} then v.option_en else v.option_ko end,
        'price', jsonb_build_object('amountMinor', v.price_minor::text, 'currency', v.currency),
        'available', coalesce(s.available, 0)) order by v.position, v.id), '[]')
        from variant v left join stock s on s.variant_id = v.id where v.product_id = p.id and v.active) as variants
    from product p join category c on c.slug = p.category_slug
    where p.slug = ${slug} and p.published`
  return rows[0] ?? null
}
