import { hangulGrams } from '@makegood/core/catalogue/hangul-grams'
import type { listFiltersInput } from '@makegood/core/catalogue/inputs'
import type { Search } from '@makegood/core/catalogue/read-search'
import type { z } from 'zod'
import { Prisma } from '../generated/prisma/client.ts'

export type ListFilters = Omit<z.output<typeof listFiltersInput>, 'q'>

export const noFilters: ListFilters = { categories: [], colours: [], inStock: false, mended: false }

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
const containing = (text: string): string => `%${escapeLike(text)}%`

/** That a product `p` has all the words, or the first consonants. Words are found by index where they have Hangul or three letters. */
export const matchesSearch = (search: Search): Prisma.Sql => {
  if (search.kind === 'initials') return Prisma.sql`p.initials like ${containing(search.initials)}`
  return Prisma.join(search.words.flatMap(hasWord), ' and ')
}

/** By index, that a product `p` has the Hangul of a word somewhere; nothing where there is none. */
const hasGrams = (word: string): readonly Prisma.Sql[] => {
  const grams = hangulGrams(word)
  return grams.length === 0 ? [] : [Prisma.sql`p.search_grams @> ${grams}::integer[]`]
}

const hasWord = (word: string): readonly Prisma.Sql[] => {
  const grams = hasGrams(word)
  if (grams.length === 0) return [Prisma.sql`p.search_text like ${containing(word)}`]
  // One letter or one pair is all there is to know of so short a word.
  if (/^[가-힣]{1,2}$/.test(word)) return grams
  // Written so that the trigram index is not asked: it knows no Hangul and would be read from end to end.
  return [...grams, Prisma.sql`(p.search_text || '') like ${containing(word)}`]
}

/** The names of a product `p` as they are looked through; the index on them says the same. */
const names = Prisma.sql`lower(p.name_ko || ' ' || replace(p.name_ko, ' ', '') || ' ' || p.name_en)`

const inNames = (word: string): Prisma.Sql => Prisma.sql`${names} like ${containing(word)}`

/** That all words are in the names of a product `p`, in whichever language: not in its category's name, nor in its description. */
export const matchesNames = (search: Search): Prisma.Sql => {
  if (search.kind === 'initials') return matchesSearch(search)
  return Prisma.join(
    search.words.flatMap(word => [...hasGrams(word), inNames(word)]),
    ' and ',
  )
}

/** How well a product `p` that matches a search does: its name begins so, its name has it, only its description does. */
export const searchPlace = (search: Search): Prisma.Sql => {
  if (search.kind === 'initials')
    return Prisma.sql`case when p.initials like ${`${escapeLike(search.initials)}%`} then 0 else 1 end`
  const begins = `${escapeLike(search.words.join(' '))}%`
  return Prisma.sql`case when lower(p.name_ko) like ${begins} or lower(p.name_en) like ${begins} then 0
    when ${Prisma.join(search.words.map(inNames), ' and ')} then 1 else 2 end`
}

/** That a product `p` is for sale and passes the filters, except those of category and colour, which counts are told for. */
export const passesBeforeFacets = (filters: ListFilters, search: Search | null): Prisma.Sql => {
  const { priceFrom, priceTo, inStock, mended } = filters
  const conditions = [Prisma.sql`p.published and p.price_low_minor is not null`]
  if (search) conditions.push(matchesSearch(search))
  if (priceFrom !== undefined) conditions.push(Prisma.sql`p.price_high_minor >= ${BigInt(priceFrom)}`)
  if (priceTo !== undefined) conditions.push(Prisma.sql`p.price_low_minor <= ${BigInt(priceTo)}`)
  if (mended) conditions.push(Prisma.sql`p.mended`)
  if (inStock)
    conditions.push(Prisma.sql`exists (select 1 from variant v join stock s on s.variant_id = v.id
      where v.product_id = p.id and v.active and s.available > 0)`)
  return Prisma.join(conditions, ' and ')
}

export const isOfCategories = ({ categories }: ListFilters): Prisma.Sql =>
  categories.length > 0 ? Prisma.sql`p.category_slug = any(${categories}::text[])` : Prisma.sql`true`

export const isOfColours = ({ colours }: ListFilters): Prisma.Sql =>
  colours.length > 0 ? Prisma.sql`p.colour = any(${colours}::text[])` : Prisma.sql`true`
