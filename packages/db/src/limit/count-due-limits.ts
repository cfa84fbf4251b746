import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'

export type DueLimits = { readonly due: number; readonly latestSeconds: number }

/** Time limits whose time has come and that nothing has been done about, but those of paused orders, counted up to `countMax`, and how late the oldest is. */
export const countDueLimits = async (db: Tx, countMax: number): Promise<DueLimits> => {
  const [row] = await db.$queryRaw<DueLimits[]>`
    select count(*)::int as due, coalesce(extract(epoch from now() - min(due_at)), 0)::float8 as "latestSeconds"
    from (select due_at from order_limit where settled_at is null and due_at <= now()
      and not ${isPaused(Prisma.sql`order_limit.order_id`)} order by due_at limit ${countMax}) due`
  return row ?? { due: 0, latestSeconds: 0 }
}
