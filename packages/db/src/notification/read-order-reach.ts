import type { Reach } from '@makegood/core/messages/reach'
import type { Tx } from '../client.ts'

/** How the shopper of this order can be told of it; somebody without an account has chosen nothing and takes no push. */
export const readOrderReach = async (db: Tx, userId: string | null): Promise<Reach> => {
  const rows = await db.$queryRaw<Reach[]>`
    select exists (select 1 from push_subscription where user_id = ${userId}) as "takesPush",
      (select coalesce(json_agg(json_build_object('channel', channel, 'topic', topic, 'wanted', wanted)), '[]')
        from notification_preference where user_id = ${userId}) as preferences`
  return rows[0] ?? { preferences: [], takesPush: false }
}
