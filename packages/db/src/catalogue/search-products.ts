import { readSearch } from '@makegood/core/catalogue/read-search'
import type { nearbySchema, suggestionsSchema } from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { listNearby } from './list-nearby.ts'
import type { CatalogueReads } from './list-products.ts'
import { noFilters } from './match-products.ts'

type Query = { readonly q: string; readonly locale: Locale }

const suggestionsMax = 6
const nearbyMax = 4

/** What may be meant by a query while it is typed: the first products, the categories named so, and how many there are in all. */
export const suggestProducts = async (
  reads: CatalogueReads,
  { q, locale }: Query,
): Promise<z.output<typeof suggestionsSchema>> => {
  const search = readSearch(q)
  if (!search) return { products: [], categories: [], total: 0 }
  const [ids, counts, categories] = await Promise.all([
    reads.listShelf({ search, filters: noFilters, sort: 'featured', bestIds: [], limit: suggestionsMax, offset: 0 }),
    reads.countShelf({ search, filters: noFilters }),
    reads.listCategories(locale),
  ])
  const named = search.kind === 'words' ? categories.filter(({ name }) => hasAll(name, search.words)) : []
  return { products: [...(await reads.listCards(ids, locale))], categories: named, total: counts.total }
}

const hasAll = (name: string, words: readonly string[]): boolean =>
  words.every(word => name.toLowerCase().includes(word))

/** What to offer where a query finds nothing: those of its words that find something alone, and products that come near. */
export const findNearby = async (
  { db, reads }: { readonly db: Tx; readonly reads: CatalogueReads },
  { q, locale }: Query,
): Promise<z.output<typeof nearbySchema>> => {
  const search = readSearch(q)
  if (search?.kind !== 'words') return { words: [], products: [] }
  const alone = search.words.length > 1 ? search.words : []
  const counted = await Promise.all(
    alone.map(async word => {
      const { total } = await reads.countShelf({ search: { kind: 'words', words: [word] }, filters: noFilters })
      return { word, total }
    }),
  )
  const ids = await listNearby(db, search, nearbyMax)
  return { words: counted.filter(({ total }) => total > 0), products: [...(await reads.listCards(ids, locale))] }
}
