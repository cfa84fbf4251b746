import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { assertStillTrue } from './assert-still-true.ts'

export type RetryNotification = {
  readonly notificationId: string
  readonly operatorId: string
  readonly reason: string
}

/**
 * Has a message that was given up tried again from the start, once, with who asked for it: FAILED -> PENDING. Its key stays
 * the same, so that a message which did arrive is known by the other side. Refused for a message that has not FAILED,
 * and for one that says what is no longer so.
 */
export const retryNotification = (db: Db, { notificationId, operatorId, reason }: RetryNotification): Promise<void> =>
  inTransaction(db, async tx => {
    await assertStillTrue(tx, notificationId)
    const rows = await tx.$queryRaw<{ orderId: string | null; channel: string }[]>`
      update notification set status = 'PENDING', attempts = 0, next_attempt_at = now(), claimed_until = null
      where id = ${notificationId} and status = 'FAILED' returning order_id as "orderId", channel`
    const [row] = rows
    if (!row) throw await refusalOf(tx, notificationId)
    const { orderId, channel } = row
    const actor = { actorKind: 'operator', actorId: operatorId } as const
    const act = {
      action: 'notification.retry',
      orderId,
      subject: notificationId,
      reason,
      details: { channel },
    } as const
    await writeAudit(tx, { ...actor, ...act })
  })

/** Why a message is neither tried again nor put away: it is not there, or has not failed. */
export const refusalOf = async (tx: Tx, notificationId: string): Promise<DomainError> => {
  const rows = await tx.$queryRaw<{ status: string }[]>`select status from notification where id = ${notificationId}`
  const [row] = rows
  if (!row) return new DomainError('not-found', `no notification ${notificationId}`)
  return new DomainError('conflict', `the message is ${row.status}, only a failed one is tried again or put away`, {
    status: row.status,
  })
}
