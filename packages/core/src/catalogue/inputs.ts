import { z } from 'zod'
import { locales } from '../locale.ts'

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

export const listProductsInput = z.strictObject({
  locale: z.enum(locales),
  category: slugSchema.optional(),
  sort: z.enum(['featured', 'price-up', 'price-down']).default('featured'),
  page: z.int().min(1).max(1000).default(1),
})

export const getProductInput = z.strictObject({ locale: z.enum(locales), slug: slugSchema })
