import { z } from 'zod'

/** What an operator sees of their own second factor. */
export const secondFactorViewSchema = z.object({
  isOn: z.boolean(),
  /** True where the shop lets no operator work without one. */
  isRequired: z.boolean(),
  recoveryCodesLeft: z.int(),
})
export type SecondFactorView = z.infer<typeof secondFactorViewSchema>

export const secondFactorChanges = ['on', 'off', 'reset', 'recovery-code-used', 'recovery-codes-renewed'] as const
/** What happened to a second factor, as its owner is told by mail. */
export type SecondFactorChange = (typeof secondFactorChanges)[number]
