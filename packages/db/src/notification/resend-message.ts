import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { assertStillTrue } from './assert-still-true.ts'

export type ResentMessage = {
  readonly notificationId: string
  /** Made by the client: a repeated request sends once. */
  readonly newNotificationId: string
  readonly operatorId: string
  readonly reason: string
}

/**
 * Sends a message that went out before once more, as a message of its own, with who asked for it: to where the order's mails
 * go now, or to the same phone or device. Refused for one that says
 * what is no longer so, and for one that was never sent: that is tried again, or was not wanted.
 */
export const resendMessage = (db: Db, request: ResentMessage): Promise<void> =>
  inTransaction(db, async tx => {
    const { notificationId, newNotificationId, operatorId, reason } = request
    await assertStillTrue(tx, notificationId)
    const again = await tx.$queryRaw<{ orderId: string | null; channel: string }[]>`
      insert into notification (id, event_id, channel, template, order_id, user_id, recipient, locale, data)
      select ${newNotificationId}, n.event_id || ':' || ${newNotificationId}, n.channel, n.template, n.order_id, n.user_id,
        case when n.channel = 'email' then coalesce(o.email, n.recipient) else n.recipient end, n.locale, n.data
      from notification n left join "order" o on o.id = n.order_id
      where n.id = ${notificationId} and n.status = 'SENT'
      on conflict do nothing
      returning order_id as "orderId", channel`
    const [row] = again
    if (!row) {
      const known = await tx.$queryRaw<unknown[]>`select 1 from notification where id = ${newNotificationId}`
      if (known.length > 0) return
      throw new DomainError('conflict', 'only a message that was sent is sent again')
    }
    const actor = { actorKind: 'operator', actorId: operatorId } as const
    const details = { of: notificationId, channel: row.channel }
    await writeAudit(tx, {
      ...actor,
      action: 'message.resend',
      orderId: row.orderId,
      subject: newNotificationId,
      reason,
      details,
    })
  })
