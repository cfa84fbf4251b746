import type { ListSort } from '@makegood/core/catalogue/list-terms'
import type { Search } from '@makegood/core/catalogue/read-search'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isOfCategories, isOfColours, type ListFilters, passesBeforeFacets, searchPlace } from './match-products.ts'

export type ListShelf = {
  readonly search: Search | null
  readonly filters: ListFilters
  readonly sort: ListSort
  /** What sold best, the first first; asked for by the sort of that name only. */
  readonly bestIds: readonly string[]
  readonly limit: number
  readonly offset: number
}

/**
 * The ids of one page of the products that are for sale and match. Every order is total and over the whole catalogue, so no
 * product is on two pages or on none; a search without another order puts what is named so first.
 */
export const listShelf = async (db: Tx, shelf: ListShelf): Promise<readonly string[]> => {
  const { search, filters, limit, offset } = shelf
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from product p ${rankedBy(shelf)}
    where ${passesBeforeFacets(filters, search)} and ${isOfCategories(filters)} and ${isOfColours(filters)}
    order by ${orderOf(shelf)} limit ${limit}::int offset ${offset}::int`
  return rows.map(row => row.id)
}

const rankedBy = ({ sort, bestIds }: ListShelf): Prisma.Sql =>
  sort === 'best'
    ? Prisma.sql`left join unnest(${[...bestIds]}::text[]) with ordinality as best(id, place) on best.id = p.id`
    : Prisma.empty

const orderOf = ({ sort, search }: ListShelf): Prisma.Sql => {
  if (sort === 'new') return Prisma.sql`p.created_at desc, p.id desc`
  if (sort === 'price-up') return Prisma.sql`p.price_low_minor, p.position, p.id`
  if (sort === 'price-down') return Prisma.sql`p.price_low_minor desc, p.position, p.id`
  if (sort === 'best') return Prisma.sql`best.place nulls last, p.position, p.id`
  return search ? Prisma.sql`${searchPlace(search)}, p.position, p.id` : Prisma.sql`p.position, p.id`
}
