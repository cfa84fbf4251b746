import { z } from 'zod'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

export const refundSources = ['undo', 'late', 'cancellation', 'return', 'operator'] as const

/** Money on its way back, or back: `planned` until the gateway or the wallet has it, `failed` where it did not arrive. */
export const refundViewSchema = z.object({
  id: z.string(),
  source: z.enum(refundSources),
  leg: z.enum(['card', 'wallet']),
  amount: wireMoneySchema,
  state: z.enum(['planned', 'done', 'failed']),
  plannedAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
})
export type RefundView = z.infer<typeof refundViewSchema>
