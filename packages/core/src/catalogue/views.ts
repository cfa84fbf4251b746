import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { productColours } from './colours.ts'

export const pictureViewSchema = z.object({ path: z.string(), alt: z.string(), width: z.int(), height: z.int() })

export const productCardSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  categorySlug: z.string(),
  mended: z.boolean(),
  picture: pictureViewSchema.nullable(),
  /** Another view of it, for cards that show one while they are pointed at. */
  secondPicture: pictureViewSchema.nullable(),
  priceFrom: wireMoneySchema,
  priceVaries: z.boolean(),
  available: z.int(),
})
export type ProductCard = z.infer<typeof productCardSchema>

export const categoryTileSchema = z.object({
  slug: z.string(),
  name: z.string(),
  count: z.int(),
  picture: pictureViewSchema.nullable(),
})
export type CategoryTile = z.infer<typeof categoryTileSchema>

export const productPageSchema = z.object({
  products: z.array(productCardSchema),
  /** Every category and every colour, with how many products choosing it alone would show beside the other filters. */
  categories: z.array(z.object({ slug: z.string(), name: z.string(), count: z.int() })),
  colours: z.array(z.object({ colour: z.enum(productColours), count: z.int() })),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})

export const suggestionsSchema = z.object({
  products: z.array(productCardSchema),
  categories: z.array(z.object({ slug: z.string(), name: z.string() })),
  total: z.int(),
})

/** What to offer where a search finds nothing: words of it that find something alone, and products that come near. */
export const nearbySchema = z.object({
  words: z.array(z.object({ word: z.string(), total: z.int() })),
  products: z.array(productCardSchema),
})

export const topProductsSchema = z.object({ products: z.array(productCardSchema) })

export const productDetailSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  category: z.object({ slug: z.string(), name: z.string() }),
  description: z.string(),
  details: z.string(),
  mended: z.boolean(),
  pictures: z.array(pictureViewSchema),
  variants: z.array(z.object({ id: z.string(), option: z.string(), price: wireMoneySchema, available: z.int() })),
})
export type ProductDetail = z.infer<typeof productDetailSchema>
