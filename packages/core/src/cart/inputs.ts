import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

const quantity = z.int().min(1).max(99)
const locale = z.enum(locales)

export const getCartInput = z.strictObject({ locale })
/** `addedAt` puts a line that was taken out back into its place; a time to come counts as now. */
export const addCartLineInput = z.strictObject({
  locale,
  variantId: idSchema('variant'),
  quantity,
  addedAt: z.iso.datetime().optional(),
})
export const cartLineInput = z.strictObject({ locale, variantId: idSchema('variant'), quantity })
/** The price is the one the shopper was shown: another one, changed again meanwhile, is not taken note of. */
export const acceptPriceInput = z.strictObject({ locale, variantId: idSchema('variant'), unitPrice: wireMoneySchema })
export const removeCartLineInput = z.strictObject({ locale, variantId: idSchema('variant') })
