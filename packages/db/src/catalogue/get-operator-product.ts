import type { OperatorProduct } from '@makegood/core/catalogue/operator-views'
import { productStateOf } from '@makegood/core/catalogue/product-states'
import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

const cartsMax = 100

type Row = Omit<OperatorProduct, 'state'> & { published: boolean; archivedAt: Date | null }

/** A product as an operator may change it, in one statement, so that all of it is of its version; throws `not-found`. */
export const getOperatorProduct = async (db: Tx, productId: string): Promise<OperatorProduct> => {
  const [row] = await db.$queryRaw<Row[]>`
    select p.id, p.slug, p.version, p.published, p.archived_at as "archivedAt", p.category_slug as "categorySlug",
      p.name_ko as "nameKo", p.name_en as "nameEn", p.description_ko as "descriptionKo", p.description_en as "descriptionEn",
      p.details_ko as "detailsKo", p.details_en as "detailsEn", p.colour, p.mended,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'path', i.path, 'altKo', i.alt_ko, 'altEn', i.alt_en,
        'width', i.width, 'height', i.height) order by i.position), '[]') from picture i where i.product_id = p.id) as pictures,
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'optionKo', v.option_ko, 'optionEn', v.option_en,
        'price', jsonb_build_object('amountMinor', v.price_minor::text, 'currency', v.currency), 'active', v.active,
        'available', coalesce(s.available, 0), 'reserved', coalesce(s.reserved, 0), 'sold', coalesce(s.sold, 0),
        'lowAt', coalesce(s.low_at, 0)) order by v.position, v.id), '[]')
        from variant v left join stock s on s.variant_id = v.id where v.product_id = p.id) as variants,
      (select count(*)::int from (select 1 from cart_line l join variant v on v.id = l.variant_id
        where v.product_id = p.id limit ${cartsMax}) carts) as "inCarts"
    from product p where p.id = ${productId}`
  if (!row) throw new DomainError('not-found', `no product ${productId}`)
  const { published, archivedAt, ...product } = row
  return { ...product, state: productStateOf({ published, archivedAt }) }
}
