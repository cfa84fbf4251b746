import type { Preference } from '@makegood/core/messages/preferences'
import type { Tx } from '../client.ts'

/** What a shopper has chosen; nothing for what they never chose. */
export const listPreferences = async (db: Tx, userId: string): Promise<readonly Preference[]> =>
  await db.$queryRaw<Preference[]>`
    select channel, topic, wanted from notification_preference where user_id = ${userId} order by topic, channel`

/** Keeps one choice of a shopper; the last one holds. */
export const setPreference = async (
  db: Tx,
  { userId, channel, topic, wanted }: Preference & { readonly userId: string },
): Promise<void> => {
  await db.$executeRaw`
    insert into notification_preference (user_id, channel, topic, wanted) values (${userId}, ${channel}, ${topic}, ${wanted})
    on conflict (user_id, channel, topic) do update set wanted = excluded.wanted`
}
