import { expect } from 'vitest'
import type { Tx } from '../client.ts'

/** Waits until exactly so many statements on this test's database wait for a lock that another transaction holds. */
export const expectWaiting = (db: Tx, count: number): PromiseLike<void> =>
  expect
    .poll(async () => {
      const [row] = await db.$queryRaw<{ waiting: bigint }[]>`
        select count(*) as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return Number(row?.waiting)
    })
    .toBe(count)
