import { z } from 'zod'
import { roles } from '../user/roles.ts'

export const operatorViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  hasSecondFactor: z.boolean(),
  /** Null where they were not seen since their last session ended. */
  lastSeenAt: z.iso.datetime().nullable(),
  sessions: z.int(),
})
export type OperatorView = z.infer<typeof operatorViewSchema>

export const invitationViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type InvitationView = z.infer<typeof invitationViewSchema>

export const teamSchema = z.object({
  operators: z.array(operatorViewSchema),
  invitations: z.array(invitationViewSchema),
})

export const operatorSessionSchema = z.object({
  id: z.string(),
  /** What the browser called itself at sign-in; null where it said nothing. */
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isThisOne: z.boolean(),
})
export type OperatorSession = z.infer<typeof operatorSessionSchema>
export const operatorSessionsSchema = z.object({ sessions: z.array(operatorSessionSchema) })
