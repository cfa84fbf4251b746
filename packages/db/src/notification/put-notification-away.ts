import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { refusalOf } from './retry-notification.ts'

export type PutAway = { readonly notificationId: string; readonly operatorId: string; readonly reason: string }

/**
 * Says of a message that was given up that nobody has to be told of it any more, once, with who says so: FAILED -> SKIPPED. It
 * leaves the list of those that failed and is never sent. Refused for a message that has not FAILED.
 */
export const putNotificationAway = (db: Db, { notificationId, operatorId, reason }: PutAway): Promise<void> =>
  inTransaction(db, async tx => {
    const [row] = await tx.$queryRaw<{ orderId: string | null; channel: string }[]>`
      update notification set status = 'SKIPPED', claimed_until = null
      where id = ${notificationId} and status = 'FAILED' returning order_id as "orderId", channel`
    if (!row) throw await refusalOf(tx, notificationId)
    const { orderId, channel } = row
    const actor = { actorKind: 'operator', actorId: operatorId } as const
    const act = { action: 'notification.put-away', orderId, subject: notificationId, reason } as const
    await writeAudit(tx, { ...actor, ...act, details: { channel } })
  })
