import type { Tx } from '../client.ts'

/** The id itself where the shop has such an order; null where it is of nobody. */
export const findOrder = async (db: Tx, orderId: string): Promise<string | null> => {
  const rows = await db.$queryRaw<unknown[]>`select 1 from "order" where id = ${orderId}`
  return rows.length > 0 ? orderId : null
}
