import { initialsOf, type Search } from '@makegood/core/catalogue/read-search'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { matchesSearch } from './match-products.ts'

/** Fewer consonants than this are near to half the shop. */
const initialsMin = 2

/**
 * The ids of products that come near a search that finds nothing: they have one of its words, a Latin word that begins as
 * one does, or the same first consonants. At most `limit`.
 */
export const listNearby = async (db: Tx, search: Search, limit: number): Promise<readonly string[]> => {
  const near = search.kind === 'words' ? search.words.flatMap(nearWord) : []
  if (near.length === 0) return []
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from product p where p.published and p.price_low_minor is not null and (${Prisma.join(near, ' or ')})
    order by p.position, p.id limit ${limit}::int`
  return rows.map(row => row.id)
}

const nearWord = (word: string): readonly Prisma.Sql[] => {
  const initials = initialsOf(word)
  const beginning = /^[a-z]{3}(?=[a-z])/.exec(word)?.[0]
  return [
    matchesSearch({ kind: 'words', words: [word] }),
    ...(beginning ? [Prisma.sql`p.search_text like ${`% ${beginning}%`}`] : []),
    ...(initials.length >= initialsMin ? [matchesSearch({ kind: 'initials', initials })] : []),
  ]
}
