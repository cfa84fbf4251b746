import type { Tx } from '../client.ts'

/** Messages that wait to be sent, and those that failed for good and are listed; each counted up to `countMax`. */
export const countNotifications = async (
  db: Tx,
  countMax: number,
): Promise<{ readonly waiting: number; readonly failed: number }> => {
  const [row] = await db.$queryRaw<{ waiting: number; failed: number }[]>`
    select (select count(*) from (select 1 from notification where status = 'PENDING' limit ${countMax}) waiting)::int as waiting,
      (select count(*) from (select 1 from notification where status = 'FAILED' limit ${countMax}) failed)::int as failed`
  return row ?? { waiting: 0, failed: 0 }
}
