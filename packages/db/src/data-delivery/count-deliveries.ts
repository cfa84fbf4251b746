import type { Tx } from '../client.ts'

/** Records that the data platform has not taken yet, counted up to `countMax`. */
export const countWaitingDeliveries = async (db: Tx, countMax: number): Promise<number> => {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    select count(*)::int as waiting
    from (select 1 from data_delivery where delivered_at is null limit ${countMax}) waiting`
  return row?.waiting ?? 0
}
