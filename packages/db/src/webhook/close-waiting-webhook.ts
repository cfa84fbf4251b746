import { type Db, inTransaction } from '../client.ts'
import { calmOrder } from '../incident/calm-order.ts'
import { webhookSubject } from './webhook-subject.ts'

/** Closes what put a webhook in front of a person, once it is handled after all: nobody has anything to do there any more. */
export const closeWaitingWebhook = (db: Db, provider: string, eventId: string): Promise<void> =>
  inTransaction(db, async tx => {
    const closed = await tx.$queryRaw<{ orderId: string | null }[]>`
      update incident set resolved_at = now(), resolution = 'went-on', next_try_at = null
      where saga_id = ${webhookSubject(provider, eventId)} and resolved_at is null
      returning order_id as "orderId"`
    for (const { orderId } of closed) await calmOrder(tx, orderId)
  })
