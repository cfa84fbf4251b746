import { newId } from '@makegood/core/ids'
import { type Db, inTransaction } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { webhookSubjectSql } from './webhook-subject.ts'

type Unhandled = { readonly provider: 'payment' | 'carrier'; readonly eventId: string }

/**
 * Tells of up to `limit` stored webhooks once more on which nothing was done for so long, the oldest first: the engine may
 * have lost the run that was to act on them. One that could not be handled is in front of a person and is left to them.
 * Answers how many.
 */
export const tellWebhooksAgain = (db: Db, olderThanSeconds: number, limit: number): Promise<number> =>
  inTransaction(db, async tx => {
    const webhooks = await tx.$queryRaw<Unhandled[]>`
      select provider, event_id as "eventId" from webhook_inbox w
      where handled_at is null and received_at < now() - make_interval(secs => ${olderThanSeconds})
        and not exists (
          select 1 from incident i where i.saga_id = ${webhookSubjectSql})
      order by received_at limit ${limit} for update of w skip locked`
    const events = webhooks.map(webhook => newEvent('webhook/received', webhook))
    await appendEvents(tx, newId('correlation', new Date()), events)
    return webhooks.length
  })
