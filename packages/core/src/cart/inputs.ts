import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { locales } from '../locale.ts'

const quantity = z.int().min(1).max(99)
const locale = z.enum(locales)

export const getCartInput = z.strictObject({ locale })
export const cartLineInput = z.strictObject({ locale, variantId: idSchema('variant'), quantity })
export const removeCartLineInput = z.strictObject({ locale, variantId: idSchema('variant') })
