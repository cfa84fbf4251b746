import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'
import { productColours } from './colours.ts'
import { productStates } from './product-states.ts'

export const operatorProductRowSchema = z.object({
  id: z.string(),
  slug: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  category: z.object({ slug: z.string(), nameKo: z.string(), nameEn: z.string() }),
  state: z.enum(productStates),
  picture: z.object({ path: z.string(), width: z.int() }).nullable(),
  variants: z.int(),
  /** Of what is for sale; null where nothing is. */
  priceLow: wireMoneySchema.nullable(),
  priceHigh: wireMoneySchema.nullable(),
  available: z.int(),
  /** True where a variant that is sold has so few left that it is on the low-stock list. */
  low: z.boolean(),
})
export const operatorProductPageSchema = z.object({
  products: z.array(operatorProductRowSchema),
  nextCursor: z.string().nullable(),
})
export type OperatorProductPage = z.infer<typeof operatorProductPageSchema>

export const operatorPictureSchema = z.object({
  id: z.string(),
  path: z.string(),
  altKo: z.string(),
  altEn: z.string(),
  width: z.int(),
  height: z.int(),
})

export const operatorVariantSchema = z.object({
  id: z.string(),
  sku: z.string(),
  optionKo: z.string(),
  optionEn: z.string(),
  price: wireMoneySchema,
  active: z.boolean(),
  available: z.int(),
  reserved: z.int(),
  sold: z.int(),
  lowAt: z.int(),
})

/** Everything of a product that an operator may change, with the version that a save must name. */
export const operatorProductSchema = z.object({
  id: z.string(),
  slug: z.string(),
  version: z.int(),
  state: z.enum(productStates),
  categorySlug: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  descriptionKo: z.string(),
  descriptionEn: z.string(),
  detailsKo: z.string(),
  detailsEn: z.string(),
  colour: z.enum(productColours),
  mended: z.boolean(),
  pictures: z.array(operatorPictureSchema),
  variants: z.array(operatorVariantSchema),
  /** In how many carts something of it lies, a hundred at most. */
  inCarts: z.int(),
})
export type OperatorProduct = z.infer<typeof operatorProductSchema>

export const operatorCategorySchema = z.object({
  slug: z.string(),
  nameKo: z.string(),
  nameEn: z.string(),
  position: z.int(),
  products: z.int(),
})
export const operatorCategoriesSchema = z.object({ categories: z.array(operatorCategorySchema) })

export const savedProductSchema = z.object({ productId: z.string(), version: z.int() })
