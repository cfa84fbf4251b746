import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { line } from '../text.ts'
import { productColours } from './colours.ts'
import { slugSchema } from './inputs.ts'
import { productStates } from './product-states.ts'
import { searchCharactersMax } from './read-search.ts'

export const nameCharsMax = 120
export const textCharsMax = 4000
export const optionCharsMax = 60
export const skuCharsMax = 60
export const variantsMax = 50
/** A hundred million won: more is a slip of the finger. */
export const priceMinorMax = 100_000_000

/** Won has no smaller unit, so a price is a whole number, and nothing is given away by a slip. */
export const priceSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .refine(text => Number(text) <= priceMinorMax)
export const skuPattern = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/
export const skuSchema = z.string().max(skuCharsMax).regex(skuPattern)

const text = z
  .string()
  .trim()
  .max(textCharsMax)
  .regex(/^(?:\P{Cc}|\r?\n|\t)*$/u)

export const productFields = {
  categorySlug: slugSchema,
  nameKo: line(nameCharsMax).min(1),
  nameEn: line(nameCharsMax).min(1),
  descriptionKo: text,
  descriptionEn: text,
  detailsKo: text,
  detailsEn: text,
  colour: z.enum(productColours),
  mended: z.boolean(),
}

export const variantFields = {
  sku: skuSchema,
  optionKo: line(optionCharsMax).min(1),
  optionEn: line(optionCharsMax).min(1),
  priceMinor: priceSchema,
  active: z.boolean(),
}

/** Variants in their order; the id is the client's, so a request that is repeated adds none twice. */
const variantsSchema = z
  .array(z.strictObject({ id: idSchema('variant'), ...variantFields }))
  .min(1)
  .max(variantsMax)
  .refine(variants => isOnce(variants.map(variant => variant.id)), 'each variant once')
  .refine(variants => isOnce(variants.map(variant => variant.sku.toLowerCase())), 'each SKU once')

function isOnce(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length
}

export const createProductInput = z.strictObject({
  productId: idSchema('product'),
  slug: slugSchema,
  ...productFields,
  variants: variantsSchema,
})
export type CreateProductInput = z.output<typeof createProductInput>

/** What a product shall be, and the version of it that the operator saw. */
export const saveProductInput = z.strictObject({
  productId: idSchema('product'),
  version: z.int().min(1),
  ...productFields,
  variants: variantsSchema,
})
export type SaveProductInput = z.output<typeof saveProductInput>

export const setProductStateInput = z.strictObject({
  productId: idSchema('product'),
  version: z.int().min(1),
  state: z.enum(productStates),
})
export type SetProductStateInput = z.output<typeof setProductStateInput>

export const productInput = z.strictObject({ productId: z.string().max(40) })

export const listAllProductsInput = z.strictObject({
  q: z.string().max(searchCharactersMax).optional(),
  category: slugSchema.optional(),
  state: z.enum(productStates).optional(),
  low: z.boolean().optional(),
  cursor: z.string().max(100).optional(),
})
export type ListAllProducts = z.output<typeof listAllProductsInput>

export const noFieldsInput = z.strictObject({})
