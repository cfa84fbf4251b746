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

/** What sold best in the shop's last days, today included. */
export const listTopInput = z.strictObject({
  locale: z.enum(locales),
  days: z.int().min(1).max(30).default(7),
  limit: z.int().min(1).max(24).default(8),
})
