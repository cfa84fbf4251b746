import type { ListAllProducts } from '@makegood/core/catalogue/operator-inputs'
import type { OperatorProductPage } from '@makegood/core/catalogue/operator-views'
import { type ProductState, productStateOf } from '@makegood/core/catalogue/product-states'
import { readSearch } from '@makegood/core/catalogue/read-search'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { toWire } from '../order/line-views.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'
import { findFewLow } from './find-few-low.ts'
import { matchesNames } from './match-products.ts'

type View = OperatorProductPage['products'][number]
type Row = Omit<View, 'state' | 'priceLow' | 'priceHigh'> & {
  createdAt: Date
  published: boolean
  archivedAt: Date | null
  lowMinor: bigint | null
  highMinor: bigint | null
  currency: string | null
}

const pageSize = 50
const skuMatchesMax = 200

/** One page of all products for operators, drafts and archived ones too, the newest first, by key. */
export const listAllProducts = async (db: Tx, input: ListAllProducts): Promise<OperatorProductPage> => {
  const where = conditionsOf(input, input.low ? await findFewLow(db) : null)
  const rows = await db.$queryRaw<Row[]>`
    select page.id, page.slug, page.name_ko as "nameKo", page.name_en as "nameEn", page.created_at as "createdAt",
      page.published, page.archived_at as "archivedAt", page.price_low_minor as "lowMinor",
      page.price_high_minor as "highMinor",
      jsonb_build_object('slug', c.slug, 'nameKo', c.name_ko, 'nameEn', c.name_en) as category,
      (select jsonb_build_object('path', i.path, 'width', i.width) from picture i where i.product_id = page.id
        order by i.position limit 1) as picture,
      o.variants, o.available, o.low, o.currency
    from (select p.* from product p where ${where}
      order by p.created_at desc, p.id desc limit ${pageSize + 1}) page
    join category c on c.slug = page.category_slug
    cross join lateral (
      select count(*)::int as variants, coalesce(sum(s.available) filter (where v.active), 0)::int as available,
        coalesce(bool_or(v.active and s.available <= s.low_at), false) as low, min(v.currency) as currency
      from variant v left join stock s on s.variant_id = v.id where v.product_id = page.id
    ) o
    order by page.created_at desc, page.id desc`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    products: page.map(toView),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.createdAt, last.id) : null,
  }
}

const toView = ({ createdAt: _, published, archivedAt, lowMinor, highMinor, currency, ...row }: Row): View => ({
  ...row,
  state: productStateOf({ published, archivedAt }),
  priceLow: lowMinor === null || currency === null ? null : toWire(lowMinor, currency),
  priceHigh: highMinor === null || currency === null ? null : toWire(highMinor, currency),
})

const conditionsOf = (
  { q, category, state, low, cursor }: ListAllProducts,
  fewLow: readonly string[] | null,
): Prisma.Sql => {
  const conditions: Prisma.Sql[] = [Prisma.sql`true`]
  if (state) conditions.push(stateConditions[state])
  if (category) conditions.push(Prisma.sql`p.category_slug = ${category}`)
  if (fewLow) conditions.push(Prisma.sql`p.id = any(${fewLow})`)
  else if (low)
    conditions.push(Prisma.sql`exists (select 1 from variant v join stock s on s.variant_id = v.id
      where v.product_id = p.id and v.active and s.available <= s.low_at)`)
  if (q?.trim()) conditions.push(isMeant(q.trim()))
  if (cursor) {
    const { at, id } = parseTimeCursor(cursor)
    conditions.push(Prisma.sql`(p.created_at, p.id) < (${at}, ${id})`)
  }
  return Prisma.join(conditions, ' and ')
}

const stateConditions: Readonly<Record<ProductState, Prisma.Sql>> = {
  published: Prisma.sql`p.published`,
  draft: Prisma.sql`not p.published and p.archived_at is null`,
  archived: Prisma.sql`p.archived_at is not null`,
}

/** By its names in either language, or by how the SKU of one of its variants begins; both by index. */
const isMeant = (query: string): Prisma.Sql => {
  const search = readSearch(query)
  const bySku = /^[A-Za-z0-9._/-]+$/.test(query)
    ? Prisma.sql`p.id = any(array(select v.product_id from variant v
        where lower(v.sku) like ${`${query.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`} limit ${skuMatchesMax}))`
    : null
  const byWords = search ? Prisma.sql`(${matchesNames(search)})` : null
  if (bySku && byWords) return Prisma.sql`(${byWords} or ${bySku})`
  return bySku ?? byWords ?? Prisma.sql`false`
}
