import { z } from 'zod'
import { locales } from '../locale.ts'
import { productColourSchema, productColours } from './colours.ts'
import { searchCharactersMax } from './read-search.ts'

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

export const listSorts = ['featured', 'new', 'best', 'price-up', 'price-down'] as const
export type ListSort = (typeof listSorts)[number]

export const searchQuerySchema = z.string().max(searchCharactersMax)
export const priceMinorSchema = z.string().regex(/^\d{1,12}$/)

/** What a list shows: every given filter must hold, and of several values of one filter any. */
export const listFiltersInput = z.strictObject({
  q: searchQuerySchema.optional(),
  categories: z.array(slugSchema).max(20).default([]),
  colours: z.array(productColourSchema).max(productColours.length).default([]),
  priceFrom: priceMinorSchema.optional(),
  priceTo: priceMinorSchema.optional(),
  inStock: z.boolean().default(false),
  mended: z.boolean().default(false),
})

export const listProductsInput = listFiltersInput.extend({
  locale: z.enum(locales),
  sort: z.enum(listSorts).default('featured'),
  page: z.int().min(1).max(1000).default(1),
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
