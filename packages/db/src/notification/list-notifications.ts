import type { listNotificationsInput } from '@makegood/core/messages/inputs'
import type { NotificationRow, notificationPageSchema } from '@makegood/core/messages/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type Row = Omit<NotificationRow, 'nextAttemptAt' | 'createdAt' | 'sentAt'> & {
  nextAttemptAt: Date
  createdAt: Date
  sentAt: Date | null
}

const pageSize = 50

/** One page of messages, newest first, of one state or one order where that is asked; by key, so every page costs the same. */
export const listNotifications = async (
  db: Tx,
  { status, orderId, cursor }: z.output<typeof listNotificationsInput>,
): Promise<z.infer<typeof notificationPageSchema>> => {
  const rows = await db.$queryRaw<Row[]>`
    select id, event_id as "eventId", channel, template, order_id as "orderId", recipient, locale, status, attempts,
      next_attempt_at as "nextAttemptAt", last_error as "lastError", created_at as "createdAt", sent_at as "sentAt"
    from notification
    where (${status ?? null}::text is null or status = ${status ?? null})
      and (${orderId ?? null}::text is null or order_id = ${orderId ?? null})
      and (${cursor ?? null}::text is null or id < ${cursor ?? null})
    order by id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  return {
    notifications: page.map(({ nextAttemptAt, createdAt, sentAt, ...row }) => ({
      ...row,
      nextAttemptAt: nextAttemptAt.toISOString(),
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
