import { z } from 'zod'
import { locales } from '../locale.ts'
import { productColours } from './colours.ts'
import {
  listCategoriesMax,
  listPagesMax,
  listSorts,
  priceMinorPattern,
  slugCharactersMax,
  slugPattern,
} from './list-terms.ts'
import { searchCharactersMax } from './read-search.ts'

export const slugSchema = z.string().regex(slugPattern).max(slugCharactersMax)

const searchQuerySchema = z.string().max(searchCharactersMax)
const priceMinorSchema = z.string().regex(priceMinorPattern)

/** What a list shows: every given filter must hold, and of several values of one filter any. */
export const listFiltersInput = z.strictObject({
  q: searchQuerySchema.optional(),
  categories: z.array(slugSchema).max(listCategoriesMax).default([]),
  colours: z.array(z.enum(productColours)).max(productColours.length).default([]),
  priceFrom: priceMinorSchema.optional(),
  priceTo: priceMinorSchema.optional(),
  inStock: z.boolean().default(false),
  mended: z.boolean().default(false),
})

export const listProductsInput = listFiltersInput.extend({
  locale: z.enum(locales),
  sort: z.enum(listSorts).default('featured'),
  page: z.int().min(1).max(listPagesMax).default(1),
})

export const listSlugsInput = z.strictObject({
  after: slugSchema.optional(),
  limit: z.int().min(1).max(5000).default(1000),
})

export const listCategoriesInput = z.strictObject({ locale: z.enum(locales) })

/** What may be meant by a query while it is typed, and what is near one that finds nothing. */
export const searchInput = z.strictObject({ locale: z.enum(locales), q: searchQuerySchema })

export const getProductInput = z.strictObject({ locale: z.enum(locales), slug: slugSchema })

/** What goes with a product, or is like it. */
export const listRelatedInput = z.strictObject({
  locale: z.enum(locales),
  slug: slugSchema,
  limit: z.int().min(1).max(12).default(4),
})

/** What sold best in the shop's last days, today included. */
export const listTopInput = z.strictObject({
  locale: z.enum(locales),
  days: z.int().min(1).max(30).default(7),
  limit: z.int().min(1).max(24).default(8),
})
