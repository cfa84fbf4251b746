import type { listNotificationsInput } from '@makegood/core/messages/inputs'
import { isStillTrue } from '@makegood/core/messages/is-still-true'
import type { NotificationRow, notificationPageSchema } from '@makegood/core/messages/views'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type Row = Omit<NotificationRow, 'nextAttemptAt' | 'createdAt' | 'sentAt' | 'stillTrue'> & {
  orderStatus: OrderStatus | null
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
    select n.id, n.event_id as "eventId", n.channel, n.template, n.order_id as "orderId", n.recipient, n.locale, n.status,
      n.attempts, n.next_attempt_at as "nextAttemptAt", n.last_error as "lastError", n.created_at as "createdAt",
      n.sent_at as "sentAt", o.status as "orderStatus"
    from notification n left join "order" o on o.id = n.order_id
    where (${status ?? null}::text is null or n.status = ${status ?? null})
      and (${orderId ?? null}::text is null or n.order_id = ${orderId ?? null})
      and (${cursor ?? null}::text is null or n.id < ${cursor ?? null})
    order by n.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  return {
    notifications: page.map(({ nextAttemptAt, createdAt, sentAt, orderStatus, ...row }) => ({
      ...row,
      stillTrue: orderStatus === null || isStillTrue(row.template, orderStatus),
      nextAttemptAt: nextAttemptAt.toISOString(),
      createdAt: createdAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
