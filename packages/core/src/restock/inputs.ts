import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'

/** A guest's address is written in one way only, so that one person asks once however they type it. */
export const restockEmailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254))

/** Asks to be told when an option is back. Guests say where to; for a signed-in shopper their own address counts. */
export const requestRestockInput = z.strictObject({
  locale: z.enum(locales),
  variantId: idSchema('variant'),
  email: restockEmailSchema.optional(),
})
