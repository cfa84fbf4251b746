import type { Deps } from '../../saga/deps.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { checkLateChargeStep } from './check-late-charge.ts'
import { refundLateChargeStep } from './refund-late-charge.ts'
import { takeOrderUpStep } from './take-order-up.ts'

export type LatePaymentData = { readonly orderId: string; readonly paymentId: string; readonly chargeRef: string }

/**
 * A charge that took money for an attempt that was given up, and that the gateway still keeps: its order is taken up again
 * where that can be, else the money goes back. Either way once, and the shopper is told. One saga for each payment attempt.
 */
export const settleLatePayment = (deps: Deps): SagaDefinition<LatePaymentData> => ({
  name: 'settle-late-payment',
  startedBy: 'payment/late',
  forward: [checkLateChargeStep(deps), takeOrderUpStep(deps), refundLateChargeStep(deps)],
  settle: () => [],
  stopsOnCancel: false,
  holdsOn: () => true,
})
