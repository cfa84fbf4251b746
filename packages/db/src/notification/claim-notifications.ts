import type { Locale } from '@makegood/core/locale'
import type { MessageTemplate } from '@makegood/core/messages/message-data'
import type { Channel } from '@makegood/core/messages/message-plan'
import type { Tx } from '../client.ts'

export type ClaimedNotification = {
  readonly id: string
  readonly channel: Channel
  readonly template: MessageTemplate
  readonly userId: string | null
  readonly recipient: string
  readonly locale: Locale
  readonly data: unknown
  /** This one included. */
  readonly attempts: number
}

/**
 * Takes up to `limit` messages that are due, the longest waiting first, for `leaseSeconds`. Two callers never hold one
 * message at the same time; one whose holder died is taken again when the lease has run out.
 */
export const claimNotifications = async (
  db: Tx,
  limit: number,
  leaseSeconds: number,
): Promise<readonly ClaimedNotification[]> => {
  // Rounded as the column is, or a message written this very moment would seem to lie in the future.
  const rows = await db.$queryRaw<ClaimedNotification[]>`
    update notification set attempts = attempts + 1, claimed_until = now() + make_interval(secs => ${leaseSeconds})
    where id in (
      select id from notification
      where status = 'PENDING' and next_attempt_at <= now()::timestamptz(3)
        and (claimed_until is null or claimed_until < now())
      order by next_attempt_at, id limit ${limit} for update skip locked)
    returning id, channel, template, user_id as "userId", recipient, locale, data, attempts`
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}
