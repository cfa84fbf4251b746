import { boardCountMax } from '@makegood/core/console/board-counts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'

const boards = { shipment: Prisma.sql`shipment`, return: Prisma.sql`return_request` } as const

/** How many of a board are in each of these states, each counted by the state's own index and no further than a board shows. */
export const countStates = async <Status extends string>(
  db: Tx,
  board: keyof typeof boards,
  statuses: readonly Status[],
): Promise<Record<Status, number>> => {
  const rows = await db.$queryRaw<{ status: Status; count: number }[]>`
    select wanted.status, (select count(*) from (
      select 1 from ${boards[board]} b where b.status = wanted.status limit ${boardCountMax + 1}) c)::int as count
    from unnest(${[...statuses]}::text[]) as wanted (status)`
  return Object.fromEntries(rows.map(({ status, count }) => [status, count])) as Record<Status, number>
}
