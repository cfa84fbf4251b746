import { planRefund } from '@makegood/db/refund/plan-refund'
import { lockReturn } from '@makegood/db/return/lock-return'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/** What the returned lines are worth is owed to the shopper, once. */
export const planReturnRefundStep: SagaStep<ReturnOrderData> = {
  id: 'plan-refund',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data: { orderId, returnId } }) {
    const { refundMinor } = await lockReturn(tx, returnId)
    await planRefund(tx, orderId, { source: 'return', sourceId: returnId }, refundMinor)
    return { outcome: 'done', result: { refundMinor: refundMinor.toString() } }
  },
}
