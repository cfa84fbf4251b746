import type { Tx } from '../client.ts'

export type IncomingWebhook = {
  readonly provider: string
  readonly eventId: string
  readonly type: string
  readonly body: string
}

/** Stores a verified webhook as it came, once for each provider and event id; `stored: false` for a repeated one. */
export const storeWebhook = async (db: Tx, webhook: IncomingWebhook): Promise<{ readonly stored: boolean }> => {
  const stored = await db.$executeRaw`
    insert into webhook_inbox (provider, event_id, type, body)
    values (${webhook.provider}, ${webhook.eventId}, ${webhook.type}, ${webhook.body})
    on conflict (provider, event_id) do nothing`
  return { stored: stored === 1 }
}
