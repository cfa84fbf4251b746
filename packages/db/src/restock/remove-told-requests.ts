import type { Tx } from '../client.ts'

/** Removes up to `limit` requests that were told before this time, the oldest first; open ones stay. Answers how many. */
export const removeToldRequests = async (db: Tx, before: Date, limit: number): Promise<number> =>
  await db.$executeRaw`
    delete from restock_request where id in (
      select id from restock_request where notified_at < ${before} order by id limit ${limit})`
