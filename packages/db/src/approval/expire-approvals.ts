import type { Tx } from '../client.ts'

/** Closes what waited for longer than policy lets it, a slice at a time; what is decided meanwhile is left alone. */
export const expireApprovals = async (db: Tx): Promise<number> =>
  await db.$executeRaw`
    update approval set state = 'EXPIRED', decided_at = now()
    where id in (select id from approval where state = 'WAITING' and expires_at <= now() limit 500 for update skip locked)`
