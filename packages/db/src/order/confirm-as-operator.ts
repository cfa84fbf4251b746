import { DomainError } from '@makegood/core/errors'
import { asOperator } from '../audit/as-operator.ts'
import type { Db, Tx } from '../client.ts'
import { assertNotPaused } from './assert-not-paused.ts'
import { assertSeen, type SeenOrder } from './assert-seen.ts'
import { confirmOrder } from './confirm-order.ts'
import type { OrderState } from './get-order-state.ts'

export type ConfirmRequest = SeenOrder & {
  readonly operatorId: string
  readonly shippingStartSeconds: number
}

/**
 * An operator confirms an order that policy holds: PAID -> CONFIRMED, once, with its audit entry. Refused where the order
 * is in another state than the operator saw, is paused, or somebody wants it cancelled.
 */
export const confirmAsOperator = async (db: Db, request: ConfirmRequest): Promise<void> => {
  const { orderId, operatorId, shippingStartSeconds } = request
  await asOperator(db, { operatorId, action: 'order.confirm', subject: orderId }, async tx => {
    const { status, version, paymentId } = await lockPaidOrder(tx, orderId)
    await assertSeen(tx, request)
    if (status !== 'PAID' || paymentId === null)
      throw new DomainError('order-not-confirmable', `an order that is ${status} cannot be confirmed`, { status })
    const by = { mover: 'operator', moverId: operatorId } as const
    await assertNotPaused(tx, orderId)
    const confirmed = await confirmOrder(tx, { orderId, paymentId, version }, by, shippingStartSeconds)
    if (!confirmed) throw new Error('the order moved while its row was locked')
    return { orderId }
  })
}

const lockPaidOrder = async (tx: Tx, orderId: string): Promise<OrderState & { readonly paymentId: string | null }> => {
  const [order] = await tx.$queryRaw<OrderState[]>`select status, version from "order" where id = ${orderId} for update`
  if (!order) throw new DomainError('not-found', `no order ${orderId}`)
  // Asked only now: whoever held the row before may have paid or cancelled it.
  const [facts] = await tx.$queryRaw<{ paymentId: string | null; cancelling: boolean }[]>`
    select (select id from payment where order_id = ${orderId} and status = 'SUCCEEDED') as "paymentId",
      exists (select 1 from cancellation where order_id = ${orderId} and status = 'REQUESTED') as cancelling`
  if (facts?.cancelling) throw new DomainError('cancel-in-progress', 'this order is being cancelled')
  return { ...order, paymentId: facts?.paymentId ?? null }
}
