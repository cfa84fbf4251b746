import { z } from 'zod'
import { notificationStatuses } from './inputs.ts'
import { type MessageTemplate, messageTemplates } from './message-data.ts'
import { channels, topics } from './message-plan.ts'

const template = z.enum(messageTemplates as readonly [MessageTemplate, ...MessageTemplate[]])

export const preferencesSchema = z.object({
  preferences: z.array(
    z.object({ channel: z.enum(channels), topic: z.enum(topics), wanted: z.boolean(), locked: z.boolean() }),
  ),
})

/** One piece of news about an order, over whichever channels it went. */
export const ownMessageSchema = z.object({
  eventId: z.string(),
  template,
  orderId: z.string(),
  orderNumber: z.string(),
  at: z.iso.datetime(),
  sentBy: z.array(z.enum(channels)),
})
export type OwnMessage = z.infer<typeof ownMessageSchema>

/** `recipient` is a mail address, a telephone number, or the id of a browser's subscription. */
export const notificationRowSchema = z.object({
  id: z.string(),
  eventId: z.string(),
  channel: z.enum(channels),
  template,
  orderId: z.string().nullable(),
  recipient: z.string(),
  locale: z.string(),
  status: z.enum(notificationStatuses),
  attempts: z.int(),
  nextAttemptAt: z.iso.datetime(),
  lastError: z.string().nullable(),
  /** False where it says of its order what is no longer so: it is not sent any more. */
  stillTrue: z.boolean(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
})
export type NotificationRow = z.infer<typeof notificationRowSchema>

export const notificationPageSchema = z.object({
  notifications: z.array(notificationRowSchema),
  nextCursor: z.string().nullable(),
})
