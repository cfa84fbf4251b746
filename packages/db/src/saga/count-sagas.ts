import { sagaWaits } from '@makegood/core/saga/saga-wakes'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from './is-paused.ts'

/** Sagas that run, those of them that wait for somebody, and those that have shown no progress within their lease and are not paused; counted up to `countMax`. */
export const countSagas = async (
  db: Tx,
  countMax: number,
): Promise<{ readonly running: number; readonly waiting: number; readonly stalled: number }> => {
  const [row] = await db.$queryRaw<{ running: number; waiting: number; stalled: number }[]>`
    select count(*)::int as running, count(*) filter (where current_step = any(${[...sagaWaits]}::text[]) and lease_until >= now())::int as waiting, count(*) filter (where lease_until < now() and not paused)::int as stalled
    from (select lease_until, current_step, ${isPaused(Prisma.sql`saga.order_id`)} as paused from saga where status = 'RUNNING' limit ${countMax}) running`
  return row ?? { running: 0, waiting: 0, stalled: 0 }
}
