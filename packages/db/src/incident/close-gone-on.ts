import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { calmOrder } from './calm-order.ts'

/**
 * Closes open incidents whose matter is over by itself, in the transaction that ends it: nobody has anything to do there any
 * more. An order leaves "needs attention" with its last one.
 */
export const closeGoneOn = async (tx: Tx, which: Prisma.Sql): Promise<void> => {
  const closed = await tx.$queryRaw<{ orderId: string | null }[]>`
    update incident set resolved_at = now(), resolution = 'went-on', next_try_at = null
    where resolved_at is null and ${which} returning order_id as "orderId"`
  for (const orderId of new Set(closed.map(row => row.orderId))) await calmOrder(tx, orderId)
}

/** All that is open about one saga, event or webhook. */
export const closeGoneOnOf = (tx: Tx, subject: string): Promise<void> =>
  closeGoneOn(tx, Prisma.sql`saga_id = ${subject}`)
