import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money.ts'

export const pictureViewSchema = z.object({ path: z.string(), alt: z.string(), width: z.int(), height: z.int() })

export const productCardSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  categorySlug: z.string(),
  mended: z.boolean(),
  picture: pictureViewSchema.nullable(),
  priceFrom: wireMoneySchema,
  priceVaries: z.boolean(),
  available: z.int(),
})
export type ProductCard = z.infer<typeof productCardSchema>

export const productPageSchema = z.object({
  products: z.array(productCardSchema),
  categories: z.array(z.object({ slug: z.string(), name: z.string() })),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
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
