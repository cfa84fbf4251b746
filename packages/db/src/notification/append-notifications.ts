import { newId } from '@makegood/core/ids'
import type { Locale } from '@makegood/core/locale'
import type { MessageTemplate } from '@makegood/core/messages/message-data'
import type { Channel } from '@makegood/core/messages/message-plan'
import type { Tx } from '../client.ts'

export type NewNotification = {
  readonly eventId: string
  readonly channel: Channel
  readonly template: MessageTemplate
  /** Null where the message is about no order. */
  readonly orderId: string | null
  readonly userId: string | null
  /** A mail address, a telephone number, or the id of a push subscription. */
  readonly recipient: string
  readonly locale: Locale
  readonly data: Readonly<Record<string, unknown>>
  /** A message that its shopper does not want is written down and not sent. */
  readonly wanted: boolean
}

/**
 * Writes messages down, one for each event, channel and recipient however often the event is told, in one statement.
 * Answers how many are new.
 */
export const appendNotifications = async (db: Tx, notifications: readonly NewNotification[]): Promise<number> => {
  if (notifications.length === 0) return 0
  const at = new Date()
  const rows = notifications.map(notification => ({ ...notification, id: newId('notification', at) }))
  return await db.$executeRaw`
    insert into notification (id, event_id, channel, template, order_id, user_id, recipient, locale, data, status, last_error)
    select n.id, n."eventId", n.channel, n.template, n."orderId", n."userId", n.recipient, n.locale, n.data,
      case when n.wanted then 'PENDING' else 'SKIPPED' end, case when n.wanted then null else 'not wanted' end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id text, "eventId" text, channel text, template text,
      "orderId" text, "userId" text, recipient text, locale text, data jsonb, wanted boolean)
    on conflict (event_id, channel, recipient) do nothing`
}
