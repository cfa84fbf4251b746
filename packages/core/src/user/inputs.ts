import { z } from 'zod'
import { locales } from '../locale.ts'

export const setLocaleInput = z.strictObject({ locale: z.enum(locales) })

/** A session as the list of the shopper's own names it. */
export const endSessionInput = z.strictObject({ sessionId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) })
