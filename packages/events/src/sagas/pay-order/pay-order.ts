import type { Deps } from '../../saga/deps.ts'
import { type Participant, stepsOf } from '../../saga/participant.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { confirmOrderStep } from './confirm-order.ts'
import { markPaidStep } from './mark-paid.ts'
import type { PayOrderData } from './pay-order-data.ts'
import { paymentLock } from './payment-lock.ts'
import { putOrderBackStep } from './put-order-back.ts'

/**
 * Pays an order: stage processing, stage payment, then PAID and CONFIRMED. Where a stage cannot go on, everything this
 * attempt did is undone in reverse and the order is put back to be paid again, or cancelled where that was asked. One saga
 * for each payment attempt.
 */
export const payOrder = (deps: Deps, participants: readonly Participant<never>[]): SagaDefinition<PayOrderData> => {
  const processing = stepsOf<PayOrderData>(participants, 'pay-order', 'processing', deps)
  const payment = stepsOf<PayOrderData>(participants, 'pay-order', 'payment', deps)
  return {
    name: 'pay-order',
    startedBy: 'order/payment.requested',
    forward: [...processing, ...payment, markPaidStep(deps.policy), confirmOrderStep(deps.policy)],
    settle: refusal => [
      putOrderBackStep(refusal, processing.some(({ id }) => id === refusal.step) ? 'processing' : 'payment'),
    ],
    stopsOnCancel: true,
    lock: paymentLock(deps),
  }
}
