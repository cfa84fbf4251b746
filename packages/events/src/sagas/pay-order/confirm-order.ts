import type { Policy } from '@makegood/core/policy'
import { getOpenCancellation } from '@makegood/db/cancellation/get-open-cancellation'
import { confirmOrder } from '@makegood/db/order/confirm-order'
import { getOrderState } from '@makegood/db/order/get-order-state'
import type { SagaStep } from '../../saga/step-types.ts'
import type { PayOrderData } from './pay-order-data.ts'

/**
 * PAID -> CONFIRMED, once; not where policy holds the order for an operator, where it has moved on meanwhile, or where it
 * shall be cancelled: its cancelling expects it as it was, and its shipping would not begin.
 */
export const confirmOrderStep = (policy: Policy): SagaStep<PayOrderData> => ({
  id: 'confirm-order',
  kind: 'forward-only',
  reach: 'local',
  skip: (_data, results) => isHeld(results['mark-paid']),
  async run(tx, { data }) {
    const order = await getOrderState(tx, data.orderId)
    if (order.status !== 'PAID') return { outcome: 'done', result: { confirmed: false, status: order.status } }
    if (await getOpenCancellation(tx, data.orderId))
      return { outcome: 'done', result: { confirmed: false, cancelling: true } }
    const confirmed = await confirmOrder(
      tx,
      { ...data, version: order.version },
      { mover: 'system' },
      policy.shippingStartSeconds,
    )
    return { outcome: 'done', result: { confirmed } }
  },
})

const isHeld = (paid: unknown): boolean =>
  typeof paid === 'object' && paid !== null && 'held' in paid && paid.held === true
