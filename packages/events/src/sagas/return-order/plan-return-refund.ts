import { lockPaidPayment, planRefund } from '@makegood/db/refund/plan-refund'
import { lockReturn } from '@makegood/db/return/lock-return'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReturnOrderData } from './return-order-data.ts'

/** What the returned lines are worth is owed to the shopper, once; where a part went back before, no more than is left. */
export const planReturnRefundStep: SagaStep<ReturnOrderData> = {
  id: 'plan-refund',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data: { orderId, returnId } }) {
    const { refundMinor: worthMinor } = await lockReturn(tx, returnId)
    const payment = await lockPaidPayment(tx, orderId)
    const leftMinor = payment ? payment.cardLeft + payment.walletLeft : 0n
    const refundMinor = payment && leftMinor < worthMinor ? leftMinor : worthMinor
    await planRefund(tx, orderId, { source: 'return', sourceId: returnId }, refundMinor)
    return { outcome: 'done', result: { refundMinor: refundMinor.toString() } }
  },
}
