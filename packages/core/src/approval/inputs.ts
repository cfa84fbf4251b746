import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { reasonSchema } from '../text.ts'

/** The id is the client's, so that a repeated request adjusts once. Below zero takes out. */
export const adjustWalletInput = z.strictObject({
  adjustmentId: idSchema('approval'),
  userId: z.string().min(1).max(64),
  amountMinor: z
    .string()
    .regex(/^-?[1-9]\d{0,11}$/)
    .transform(BigInt),
  reason: reasonSchema,
})

export const listApprovalsInput = z.strictObject({
  state: z.enum(['waiting', 'decided']).default('waiting'),
  cursor: z.string().max(100).optional(),
})

export const decideApprovalInput = z.strictObject({
  approvalId: idSchema('approval'),
  decision: z.enum(['approve', 'refuse']),
  reason: reasonSchema,
})

export const withdrawApprovalInput = z.strictObject({ approvalId: idSchema('approval') })
