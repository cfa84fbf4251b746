import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { alertRuleIds } from './alert-rules.ts'

export const alertViewSchema = z.object({
  id: z.string(),
  rule: z.enum(alertRuleIds),
  /** As measured last, and at its worst since it opened. */
  value: z.number(),
  worst: z.number(),
  threshold: z.number(),
  openedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  acknowledgedAt: z.iso.datetime().nullable(),
  acknowledgedBy: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
  /** Who was told of its opening and closing, and what kept a mail back. */
  mails: z.array(
    z.object({
      moment: z.enum(['opened', 'closed']),
      recipient: z.string(),
      sentAt: z.iso.datetime().nullable(),
      lastError: z.string().nullable(),
    }),
  ),
})
export type AlertView = z.infer<typeof alertViewSchema>

export const listAlertsInput = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  cursor: z.string().max(100).optional(),
})
export const alertPageSchema = z.object({ alerts: z.array(alertViewSchema), nextCursor: z.string().nullable() })

export const acknowledgeAlertInput = z.strictObject({ alertId: idSchema('alert') })

/** The rules with what they measure now, null where that says nothing, and their thresholds as they are set, for whoever asks what is watched and who is told. */
export const alertRulesViewSchema = z.object({
  rules: z.array(z.object({ rule: z.enum(alertRuleIds), value: z.number().nullable(), threshold: z.number() })),
  windowSeconds: z.int(),
  samplesMin: z.int(),
  mailTo: z.array(z.string()),
  lastEvaluatedAt: z.iso.datetime().nullable(),
})
