import { z } from 'zod'
import { locales } from '../locale.ts'
import { roles } from './roles.ts'

export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    /** True for an operator to whom the console does not open before a second factor is set up. */
    mustSetUpSecondFactor: z.boolean(),
  })
  .nullable()

export const sessionViewSchema = z.object({
  id: z.string(),
  /** What the browser called itself at sign-in; null where it said nothing. */
  userAgent: z.string().nullable(),
  signedInAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isThisOne: z.boolean(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

export const profileSchema = z.object({
  name: z.string(),
  email: z.string(),
  locale: z.enum(locales),
  since: z.iso.datetime(),
})
