import type { Tx } from '../client.ts'

export type StoredWebhook = { readonly eventId: string; readonly body: string }

/** Up to `limit` webhooks of a provider that nobody has handled and that are at least `minSeconds` old, oldest first. */
export const listUnhandledWebhooks = (
  db: Tx,
  query: { readonly provider: string; readonly minSeconds: number; readonly limit: number },
): Promise<StoredWebhook[]> =>
  db.$queryRaw<StoredWebhook[]>`
    select event_id as "eventId", body from webhook_inbox
    where provider = ${query.provider} and handled_at is null and received_at < now() - make_interval(secs => ${query.minSeconds})
    order by received_at limit ${query.limit}`

/** Records that these webhooks need nothing more. */
export const markWebhooksHandled = async (db: Tx, provider: string, eventIds: readonly string[]): Promise<void> => {
  await db.$executeRaw`
    update webhook_inbox set handled_at = now() where provider = ${provider} and event_id = any(${eventIds}) and handled_at is null`
}
