import type { Tx } from '../client.ts'

export type UnhandledWebhooks = { readonly unhandled: number; readonly oldestSeconds: number }

/** Stored webhooks on which nothing was done yet, counted up to `countMax`, and for how long the oldest has been there. */
export const countUnhandledWebhooks = async (db: Tx, countMax: number): Promise<UnhandledWebhooks> => {
  const [row] = await db.$queryRaw<UnhandledWebhooks[]>`
    select count(*)::int as unhandled, coalesce(extract(epoch from now() - min(received_at)), 0)::float8 as "oldestSeconds"
    from (select received_at from webhook_inbox where handled_at is null order by received_at limit ${countMax}) unhandled`
  return row ?? { unhandled: 0, oldestSeconds: 0 }
}
