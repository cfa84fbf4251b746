import type { Tx } from '../client.ts'
import { webhookSubject } from './webhook-subject.ts'

/** A stored webhook, whether it was acted on, and whether it stands in front of a person; null where there is none. */
export const getWebhook = async (
  db: Tx,
  provider: string,
  eventId: string,
): Promise<{ readonly body: string; readonly handled: boolean; readonly waiting: boolean } | null> => {
  const rows = await db.$queryRaw<{ body: string; handled: boolean; waiting: boolean }[]>`
    select body, handled_at is not null as handled,
      exists (select 1 from incident where saga_id = ${webhookSubject(provider, eventId)} and resolved_at is null) as waiting
    from webhook_inbox
    where provider = ${provider} and event_id = ${eventId}`
  return rows[0] ?? null
}

/** Records that a webhook needs nothing more. */
export const markWebhookHandled = async (db: Tx, provider: string, eventId: string): Promise<void> => {
  await db.$executeRaw`
    update webhook_inbox set handled_at = now()
    where provider = ${provider} and event_id = ${eventId} and handled_at is null`
}
