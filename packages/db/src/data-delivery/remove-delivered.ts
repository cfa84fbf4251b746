import { leastIdAt } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

/** Removes up to `limit` records that were delivered before this time, the oldest first; what waits stays. Answers how many. */
export const removeDelivered = async (db: Tx, before: Date, limit: number): Promise<number> =>
  // An event is made before its record is delivered, so its key alone leaves out what is too young.
  await db.$executeRaw`
    delete from data_delivery where event_id in (
      select event_id from data_delivery where event_id < ${leastIdAt('event', before)} and delivered_at < ${before}
      order by event_id limit ${limit})`
