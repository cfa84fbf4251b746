import type { Tx } from '../client.ts'

export type OutboxLag = {
  /** Events that have not reached the engine; counted up to the limit that was given. */
  readonly unsent: number
  /** For how long the oldest of them has been there; 0 where there is none. */
  readonly lagSeconds: number
}

/** How far the outbox is behind, by its index of unsent events only: the same cost however many were ever sent. */
export const measureOutboxLag = async (db: Tx, countMax = 10_000): Promise<OutboxLag> => {
  const [row] = await db.$queryRaw<OutboxLag[]>`
    select (select count(*) from (select 1 from outbox where sent_at is null limit ${countMax}) unsent)::int as unsent,
      coalesce((select greatest(0, extract(epoch from now() - created_at)) from outbox
        where sent_at is null order by id limit 1), 0)::float8 as "lagSeconds"`
  return row ?? { unsent: 0, lagSeconds: 0 }
}
