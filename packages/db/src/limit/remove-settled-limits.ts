import { leastIdAt } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

/** Removes up to `limit` time limits that were settled before this time, the oldest first; open ones stay. Answers how many. */
export const removeSettledLimits = async (db: Tx, before: Date, limit: number): Promise<number> =>
  // An order is placed before its limits are settled, so its key alone leaves out what is too young.
  await db.$executeRaw`
    delete from order_limit where (order_id, kind) in (
      select order_id, kind from order_limit where order_id < ${leastIdAt('order', before)} and settled_at < ${before}
      order by order_id, kind limit ${limit})`
