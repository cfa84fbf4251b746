import { leastIdAt } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

/** Removes up to `limit` events that were sent before this time, the oldest first; what was not sent stays. Answers how many. */
export const removeSentEvents = async (db: Tx, before: Date, limit: number): Promise<number> =>
  // An event is made before it is sent, so its key alone leaves out what is too young.
  await db.$executeRaw`
    delete from outbox where id in (
      select id from outbox where id < ${leastIdAt('event', before)} and sent_at < ${before} order by id limit ${limit})`
