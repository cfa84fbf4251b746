import type { Tx } from '../client.ts'

/** When the shop's first order was placed, by an index; null where nobody has bought yet. */
export const readFirstOrderAt = async (db: Tx): Promise<Date | null> => {
  const [row] = await db.$queryRaw<{ first: Date | null }[]>`select min(placed_at) as first from "order"`
  return row?.first ?? null
}
