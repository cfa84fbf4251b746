import type { ProductColour } from '@makegood/core/catalogue/colours'
import type { ListQuery } from './list-query'

/** One choice that narrows the list, and the list without it. */
export type ActiveFilter = { readonly without: ListQuery } & (
  | { readonly kind: 'category'; readonly slug: string }
  | { readonly kind: 'colour'; readonly colour: ProductColour }
  | { readonly kind: 'price'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'inStock' | 'mended' }
)

/** Adds the value where it is missing and takes it away where it is there. */
export const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter(other => other !== value) : [...values, value]

const withoutPrice = ({ priceFrom: _from, priceTo: _to, ...query }: ListQuery): ListQuery => query

/** The list with another price range; either end may be open. */
export const withPrice = (query: ListQuery, from: string, to: string): ListQuery => ({
  ...withoutPrice(query),
  ...(from ? { priceFrom: from } : {}),
  ...(to ? { priceTo: to } : {}),
})

/** Everything that narrows the list besides its words, in the order of the filters. */
export const activeFilters = (query: ListQuery): readonly ActiveFilter[] => {
  const first = { ...query, page: 1 }
  const filters: ActiveFilter[] = [
    ...query.categories.map(slug => ({
      kind: 'category' as const,
      slug,
      without: { ...first, categories: toggled(query.categories, slug) },
    })),
    ...query.colours.map(colour => ({
      kind: 'colour' as const,
      colour,
      without: { ...first, colours: toggled(query.colours, colour) },
    })),
  ]
  if (query.priceFrom || query.priceTo)
    filters.push({
      kind: 'price',
      from: query.priceFrom ?? null,
      to: query.priceTo ?? null,
      without: withoutPrice(first),
    })
  if (query.inStock) filters.push({ kind: 'inStock', without: { ...first, inStock: false } })
  if (query.mended) filters.push({ kind: 'mended', without: { ...first, mended: false } })
  return filters
}

/** The list with its words and its order, and nothing else that narrows it. */
export const withoutFilters = (query: ListQuery): ListQuery => ({
  ...withoutPrice(query),
  categories: [],
  colours: [],
  inStock: false,
  mended: false,
  page: 1,
})
