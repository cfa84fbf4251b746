import type { Search } from '@makegood/core/catalogue/read-search'
import type { Tx } from '../client.ts'
import { isOfCategories, isOfColours, type ListFilters, passesBeforeFacets } from './match-products.ts'

export type ShelfCounts = {
  readonly total: number
  readonly categories: Readonly<Record<string, number>>
  readonly colours: Readonly<Record<string, number>>
}

/**
 * How many products match, and how many would for each category and each colour if that were the only one chosen, in one
 * pass over what passes the other filters.
 */
export const countShelf = async (
  db: Tx,
  { search, filters }: { readonly search: Search | null; readonly filters: ListFilters },
): Promise<ShelfCounts> => {
  const rows = await db.$queryRaw<{ category: string; colour: string; count: number; whole: boolean }[]>`
    select p.category_slug as category, p.colour, count(*)::int as count,
      (${isOfCategories(filters)} and ${isOfColours(filters)}) as whole
    from product p where ${passesBeforeFacets(filters, search)} group by p.category_slug, p.colour`
  const counts = { total: 0, categories: new Map<string, number>(), colours: new Map<string, number>() }
  for (const { category, colour, count, whole } of rows) {
    if (whole) counts.total += count
    if (filters.colours.length === 0 || filters.colours.some(chosen => chosen === colour))
      add(counts.categories, category, count)
    if (filters.categories.length === 0 || filters.categories.includes(category)) add(counts.colours, colour, count)
  }
  return {
    total: counts.total,
    categories: Object.fromEntries(counts.categories),
    colours: Object.fromEntries(counts.colours),
  }
}

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
