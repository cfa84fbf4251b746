import { z } from 'zod'

const email = z.email().max(254)
const password = z.string().min(1).max(128)
const personName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u)

/** A path of the shop itself: one slash, then no second slash or backslash, so that no host can hide in it. */
export const returnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)

/** The pages on which a new password is chosen, in both languages. */
const resetPages = ['/reset-password', '/en/reset-password'] as const

/** What the sign-in routes accept, field by field. `role`, `id` and all else that a person may not set is not among it. */
export const authInputs = {
  '/sign-in/email': z.strictObject({
    email,
    password,
    rememberMe: z.boolean().optional(),
    callbackURL: returnPath.optional(),
  }),
  '/sign-up/email': z.strictObject({
    name: personName,
    email,
    password,
    rememberMe: z.boolean().optional(),
    callbackURL: returnPath.optional(),
  }),
  '/sign-out': z.strictObject({}),
  '/update-user': z.strictObject({ name: personName }),
  '/change-password': z.strictObject({
    currentPassword: password,
    newPassword: password,
    revokeOtherSessions: z.boolean().optional(),
  }),
  '/request-password-reset': z.strictObject({ email, redirectTo: z.enum(resetPages) }),
  '/reset-password': z.strictObject({ newPassword: password, token: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/) }),
} as const

export type AuthPath = keyof typeof authInputs
