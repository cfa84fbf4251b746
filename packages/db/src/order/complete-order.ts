import type { Mover } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { hasOpenReturn } from '../return/move-return.ts'
import { transitionOrder } from './transition-order.ts'

export type CompleteResult = 'completed' | 'return-open' | 'moved-on'

/**
 * DELIVERED -> COMPLETED, once, in the caller's transaction, which holds the order's row. Not while a return of it is open:
 * what the shopper wants to give back is not accepted.
 */
export const completeOrder = async (
  tx: Tx,
  order: { readonly orderId: string; readonly status: string; readonly version: number },
  by: { readonly mover: Mover; readonly moverId?: string },
): Promise<CompleteResult> => {
  const { orderId, version } = order
  if (order.status !== 'DELIVERED') return 'moved-on'
  if (await hasOpenReturn(tx, orderId)) return 'return-open'
  const moved = await transitionOrder(tx, {
    orderId,
    from: 'DELIVERED',
    reason: 'purchase-confirmed',
    ...by,
    version,
    events: [newEvent('order/completed', { orderId })],
  })
  return moved.moved ? 'completed' : 'moved-on'
}
