import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { locales } from '../locale.ts'
import { reasonSchema } from '../text.ts'
import { roles } from '../user/roles.ts'

export const operatorRoles = roles.filter(role => role !== 'shopper')
const operatorRole = z.enum(operatorRoles)
const userId = z.string().min(1).max(64)
const personName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u)

export const inviteOperatorInput = z.strictObject({
  invitationId: idSchema('invitation'),
  email: z.email().max(254),
  name: personName,
  role: operatorRole,
  locale: z.enum(locales),
})
export const revokeInvitationInput = z.strictObject({ invitationId: idSchema('invitation'), reason: reasonSchema })
/** Whoever has the link chooses the password of the account; the address is proven by the link. */
export const acceptInvitationInput = z.strictObject({
  token: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  password: z.string().min(10).max(128),
})
export const changeRoleInput = z.strictObject({ userId, role: operatorRole, reason: reasonSchema })
export const removeOperatorInput = z.strictObject({ userId, reason: reasonSchema })
export const resetSecondFactorInput = z.strictObject({ userId, reason: reasonSchema })
export const operatorSessionsInput = z.strictObject({ userId })
/** All of them where no session is named. */
export const endOwnSessionsInput = z.strictObject({
  sessionId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,64}$/)
    .optional(),
})
export const endOperatorSessionsInput = endOwnSessionsInput.extend({ userId, reason: reasonSchema })
