import { DomainError } from '@makegood/core/errors'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'

export type SeenOrder = { readonly orderId: string; readonly seenVersion: number }
type Move = { status: OrderStatus; by: string | null; at: Date }

/**
 * Refuses an act of somebody who saw the order in a state that it has left since, and says what became of it and by whom.
 * Holds the order's row, so that nobody moves it between this look and the act, in the caller's transaction. What moves no
 * order, such as a note or a message, refuses nothing.
 */
export const assertSeen = async (tx: Tx, { orderId, seenVersion }: SeenOrder): Promise<void> => {
  const seen = await tx.$queryRaw<unknown[]>`
    select 1 from "order" where id = ${orderId} and version = ${seenVersion} for update`
  if (seen.length > 0) return
  const [last] = await tx.$queryRaw<Move[]>`
    select h.to_status as status, coalesce(u.name, h.mover) as by, h.at from order_history h
    left join "user" u on u.id = h.mover_id and h.mover = 'operator'
    where h.order_id = ${orderId} order by h.version desc limit 1`
  if (!last) throw new DomainError('not-found', `no order ${orderId}`)
  const { status, by, at } = last
  throw new DomainError('order-moved-on', `the order is ${status} by now`, {
    status,
    by: by ?? '',
    at: at.toISOString(),
  })
}
