import { z } from 'zod'
import { idSchema } from '../id-schema.ts'
import { reasonSchema } from '../text.ts'
import { channels, topics } from './message-plan.ts'
import { isLocked } from './preferences.ts'

export const notificationStatuses = ['PENDING', 'SENT', 'FAILED', 'SKIPPED'] as const
export type NotificationStatus = (typeof notificationStatuses)[number]

export const setPreferenceInput = z
  .strictObject({ channel: z.enum(channels), topic: z.enum(topics), wanted: z.boolean() })
  .refine(({ channel, topic, wanted }) => wanted || !isLocked(channel, topic), {
    path: ['wanted'],
    error: 'mails about money cannot be switched off',
  })

const endpoint = z.url({ protocol: /^https?$/ }).max(1000)

/** What a browser's `PushSubscription` gives: a P-256 point of 65 bytes and a secret of 16. */
export const savePushSubscriptionInput = z.strictObject({
  endpoint,
  keys: z.strictObject({ p256dh: z.base64url().length(87), auth: z.base64url().length(22) }),
})

export const removePushSubscriptionInput = z.strictObject({ endpoint })

export const listNotificationsInput = z.strictObject({
  status: z.enum(notificationStatuses).optional(),
  orderId: idSchema('order').optional(),
  /** The last row of the page before; pages are by key, so a page costs the same however deep it is. */
  cursor: idSchema('notification').optional(),
})

export const putNotificationAwayInput = z.strictObject({
  notificationId: idSchema('notification'),
  reason: reasonSchema,
})

export const retryNotificationInput = z.strictObject({
  notificationId: idSchema('notification'),
  reason: z.string().trim().min(1).max(500),
})
