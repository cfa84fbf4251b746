import { z } from 'zod'

export const actorKinds = ['operator', 'shopper', 'system', 'carrier'] as const

const text = z.string().trim().min(1).max(120)

export const auditFilter = z.strictObject({
  /** A name, a mail address or an id of who did it. */
  who: text.optional(),
  by: z.enum(actorKinds).optional(),
  /** The act's name, or a family of acts such as `incident.`. */
  act: z
    .string()
    .trim()
    .max(80)
    .regex(/^[a-z0-9./-]+$/)
    .optional(),
  /** An order's number or id, or the id of what it was done to. */
  about: text.optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type AuditFilter = z.output<typeof auditFilter>

export const listAuditInput = auditFilter.extend({ cursor: z.string().max(100).optional() })

export const auditRowSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  /** The name and address of a person with an account; an anonymised one has neither. */
  actorName: z.string().nullable(),
  actorEmail: z.string().nullable(),
  action: z.string(),
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  subject: z.string(),
  reason: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditRow = z.infer<typeof auditRowSchema>
export const auditPageSchema = z.object({ entries: z.array(auditRowSchema), nextCursor: z.string().nullable() })

/** As many rows as one file has; who needs more takes another span of time. */
export const auditExportMax = 10_000
export const auditExportSchema = z.object({ fileName: z.string(), csv: z.string(), rows: z.int(), more: z.boolean() })
