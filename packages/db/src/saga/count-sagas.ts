import type { Tx } from '../client.ts'

/** Sagas that run, and those of them that have shown no progress within their lease; both counted up to `countMax`. */
export const countSagas = async (
  db: Tx,
  countMax: number,
): Promise<{ readonly running: number; readonly stalled: number }> => {
  const [row] = await db.$queryRaw<{ running: number; stalled: number }[]>`
    select count(*)::int as running, count(*) filter (where lease_until < now())::int as stalled
    from (select lease_until from saga where status = 'RUNNING' limit ${countMax}) running`
  return row ?? { running: 0, stalled: 0 }
}
