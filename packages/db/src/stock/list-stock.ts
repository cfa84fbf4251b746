import { productStateOf } from '@makegood/core/catalogue/product-states'
import { readSearch } from '@makegood/core/catalogue/read-search'
import { DomainError } from '@makegood/core/errors'
import type { ListStock } from '@makegood/core/stock/inputs'
import type { StockPage } from '@makegood/core/stock/operator-views'
import { matchesNames } from '../catalogue/match-products.ts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'

type View = StockPage['rows'][number]
export type StockViewRow = Omit<View, 'product' | 'onHand'> & {
  productId: string
  nameKo: string
  nameEn: string
  published: boolean
  archivedAt: Date | null
}

const pageSize = 50
/** A word that more products have than this wants another word: only so many of them are looked through. */
const matchesMax = 500
const waitingMax = 100

/** What is shown of a variant `v` of a product `p` with its stock `s`. */
export const stockViewColumns = Prisma.sql`v.id as "variantId", v.sku, v.option_ko as "optionKo", v.option_en as "optionEn",
  v.active, p.id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn", p.published, p.archived_at as "archivedAt",
  s.available, s.reserved, s.sold, s.written_off as "writtenOff", s.low_at as "lowAt",
  (select count(*)::int from (select 1 from restock_request r where r.variant_id = v.id and r.notified_at is null
    limit ${waitingMax}) waiting) as waiting`

export const toStockView = ({ productId, nameKo, nameEn, published, archivedAt, ...row }: StockViewRow): View => ({
  ...row,
  product: { id: productId, nameKo, nameEn, state: productStateOf({ published, archivedAt }) },
  onHand: row.available + row.reserved,
})

/** One page of all variants with their stock, by key: by their SKU, or what runs low with the fewest first. */
export const listStock = async (db: Tx, { q, low, cursor }: ListStock): Promise<StockPage> => {
  const conditions = [Prisma.sql`true`]
  if (q?.trim()) conditions.push(isMeant(q.trim()))
  if (low) conditions.push(Prisma.sql`s.low_available is not null and v.active and p.archived_at is null`)
  if (cursor) conditions.push(isAfter(cursor, low ?? false))
  const rows = await db.$queryRaw<StockViewRow[]>`
    select ${stockViewColumns}
    from stock s join variant v on v.id = s.variant_id join product p on p.id = v.product_id
    where ${Prisma.join(conditions, ' and ')}
    order by ${low ? Prisma.sql`s.low_available, s.variant_id` : Prisma.sql`v.sku`} limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  const next = last && (low ? `${last.available}_${last.variantId}` : last.sku)
  return { rows: page.map(toStockView), nextCursor: rows.length > pageSize && next ? next : null }
}

/** By how its SKU begins, or by the names of its product; each found by its own index, and put together once. */
const isMeant = (query: string): Prisma.Sql => {
  const search = readSearch(query)
  const bySku = Prisma.sql`select x.id from variant x
    where lower(x.sku) like ${`${query.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`}`
  if (!search) return Prisma.sql`v.id in (${bySku})`
  return Prisma.sql`v.id in (${bySku} union select y.id from variant y join (
    select p.id from product p where ${matchesNames(search)} limit ${matchesMax}) named on named.id = y.product_id)`
}

const isAfter = (cursor: string, low: boolean): Prisma.Sql => {
  if (!low) return Prisma.sql`v.sku > ${cursor}`
  const [, available, variantId] = /^(\d{1,9})_(\w{1,40})$/.exec(cursor) ?? []
  if (available === undefined || variantId === undefined)
    throw new DomainError('invalid-input', 'not a cursor of this list')
  return Prisma.sql`(s.low_available, s.variant_id) > (${Number(available)}, ${variantId})`
}
