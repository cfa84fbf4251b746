import type { Tx } from '../client.ts'

/** Removes up to `limit` webhooks that were handled before this time, the oldest first; others stay. Answers how many. */
export const removeHandledWebhooks = async (db: Tx, before: Date, limit: number): Promise<number> =>
  await db.$executeRaw`
    delete from webhook_inbox where (provider, event_id) in (
      select provider, event_id from webhook_inbox where received_at < ${before} and handled_at < ${before}
      order by received_at limit ${limit})`
