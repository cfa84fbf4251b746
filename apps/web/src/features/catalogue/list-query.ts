import { type ProductColour, productColours } from '@makegood/core/catalogue/colours'
import {
  type ListSort,
  listCategoriesMax,
  listPagesMax,
  listSorts,
  priceMinorPattern,
  slugCharactersMax,
  slugPattern,
} from '@makegood/core/catalogue/list-terms'
import { readSearch } from '@makegood/core/catalogue/read-search'
import type { Outputs } from '@/lib/trpc/router'

export type ListPage = Outputs['store']['catalogue']['list']
export type SearchParams = Record<string, string | string[] | undefined>

/** The state of the list; all of it is in the address. */
export type ListQuery = {
  readonly q?: string
  readonly categories: readonly string[]
  readonly colours: readonly ProductColour[]
  readonly priceFrom?: string
  readonly priceTo?: string
  readonly inStock: boolean
  readonly mended: boolean
  readonly sort: ListSort
  readonly page: number
}

const queryCharactersMax = 100

export const plainList: ListQuery = {
  categories: [],
  colours: [],
  inStock: false,
  mended: false,
  sort: 'featured',
  page: 1,
}

/** What an address asks of the list; what cannot be understood is left out. */
export const readListQuery = (search: SearchParams): ListQuery => {
  const q = readWords(first(search.q))
  const [priceFrom, priceTo] = inOrder(readPrice(first(search.from)), readPrice(first(search.to)))
  return {
    ...(q ? { q } : {}),
    categories: several(search.category)
      .filter(slug => slug.length <= slugCharactersMax && slugPattern.test(slug))
      .slice(0, listCategoriesMax),
    colours: productColours.filter(colour => several(search.colour).includes(colour)),
    ...(priceFrom ? { priceFrom } : {}),
    ...(priceTo ? { priceTo } : {}),
    inStock: first(search.stock) === '1',
    mended: first(search.mended) === '1',
    sort: listSorts.find(sort => sort === first(search.sort)) ?? 'featured',
    page: readPageNumber(first(search.page)),
  }
}

/** The one address of a state of the list: usual values are left out, and several values stand in one order. */
export const listAddress = (query: ListQuery): string => {
  const address = new URLSearchParams()
  if (query.q) address.set('q', query.q)
  if (query.categories.length > 0) address.set('category', [...new Set(query.categories)].sort().join(','))
  if (query.colours.length > 0)
    address.set('colour', productColours.filter(colour => query.colours.includes(colour)).join(','))
  if (query.priceFrom) address.set('from', query.priceFrom)
  if (query.priceTo) address.set('to', query.priceTo)
  if (query.inStock) address.set('stock', '1')
  if (query.mended) address.set('mended', '1')
  if (query.sort !== 'featured') address.set('sort', query.sort)
  if (query.page > 1) address.set('page', String(query.page))
  // A comma needs no escape in a query, and an address that can be read is shared more gladly.
  const text = address.toString().replaceAll('%2C', ',')
  return text ? `/products?${text}` : '/products'
}

/** The address under which search engines know this state: a kind and its pages have their own, every other choice is the plain list. */
export const canonicalAddress = ({ q, categories, page, ...rest }: ListQuery): string => {
  const isPlain = !q && listAddress({ ...plainList, ...rest, page: 1, sort: 'featured' }) === '/products'
  if (!isPlain || categories.length > 1) return listAddress(plainList)
  return listAddress({ ...plainList, categories, page })
}

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

const several = (value: string | string[] | undefined): readonly string[] => [
  ...new Set(
    [value ?? []]
      .flat()
      .flatMap(part => part.split(','))
      .filter(Boolean),
  ),
]

const readWords = (text: string): string => {
  const words = text
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .trim()
    .slice(0, queryCharactersMax)
  return readSearch(words) ? words : ''
}

const readPrice = (text: string): string | undefined =>
  priceMinorPattern.test(text) && BigInt(text) > 0n ? BigInt(text).toString() : undefined

const inOrder = (
  from: string | undefined,
  to: string | undefined,
): readonly [string | undefined, string | undefined] =>
  from && to && BigInt(from) > BigInt(to) ? [to, from] : [from, to]

const readPageNumber = (text: string): number => {
  const page = /^\d{1,4}$/.test(text) ? Number(text) : 1
  return Math.min(Math.max(page, 1), listPagesMax)
}
