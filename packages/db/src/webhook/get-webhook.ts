import type { Tx } from '../client.ts'

/** A stored webhook and whether it was acted on; null where there is none. */
export const getWebhook = async (
  db: Tx,
  provider: string,
  eventId: string,
): Promise<{ readonly body: string; readonly handled: boolean } | null> => {
  const rows = await db.$queryRaw<{ body: string; handled: boolean }[]>`
    select body, handled_at is not null as handled from webhook_inbox
    where provider = ${provider} and event_id = ${eventId}`
  return rows[0] ?? null
}

/** Records that a webhook needs nothing more. */
export const markWebhookHandled = async (db: Tx, provider: string, eventId: string): Promise<void> => {
  await db.$executeRaw`
    update webhook_inbox set handled_at = now()
    where provider = ${provider} and event_id = ${eventId} and handled_at is null`
}
