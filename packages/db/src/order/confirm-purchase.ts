import { DomainError } from '@makegood/core/errors'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { completeOrder } from './complete-order.ts'
import type { OrderState } from './get-order-state.ts'
import { assertOwner, type Owner } from './owner.ts'

/**
 * The shopper accepts what was delivered: DELIVERED -> COMPLETED, once. Confirming it again changes nothing and is no
 * fault; an order that is in another state, or of which a return is open, is refused.
 */
export const confirmPurchase = (
  db: Db,
  { orderId, owner }: { readonly orderId: string; readonly owner: Owner },
): Promise<void> =>
  inTransaction(db, async tx => {
    const order = await lockOwnOrder(tx, orderId, owner)
    if (order.status === 'COMPLETED') return
    const moverId = owner.userId ? { moverId: owner.userId } : {}
    const result = await completeOrder(tx, { orderId, ...order }, { mover: 'shopper', ...moverId })
    if (result !== 'completed')
      throw new DomainError('purchase-not-confirmable', `the order is ${order.status}: ${result}`, {
        status: order.status,
        reason: result,
      })
  })

const lockOwnOrder = async (tx: Tx, orderId: string, owner: Owner): Promise<OrderState> => {
  assertOwner(owner)
  const rows = await tx.$queryRaw<OrderState[]>`
    select status, version from "order"
    where id = ${orderId} and (user_id = ${owner.userId} or visitor_hash = ${owner.visitorHash}) for update`
  const row = rows[0]
  if (!row) throw new DomainError('not-found', `no order ${orderId} of this owner`)
  return row
}
