import { takeOrderUp } from '@makegood/db/payment/take-order-up'
import type { Deps } from '../../saga/deps.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import { keptOfLateCharge } from './check-late-charge.ts'
import type { LatePaymentData } from './settle-late-payment.ts'

/** The late charge pays the order that waits for it, or a new one in its place; once. */
export const takeOrderUpStep = ({ policy }: Deps): SagaStep<LatePaymentData> => ({
  id: 'take-order-up',
  kind: 'forward-only',
  reach: 'local',
  skip: (_data, results) => keptOfLateCharge(results) !== 'all',
  async run(tx, { data }) {
    return { outcome: 'done', result: await takeOrderUp(tx, data, policy) }
  },
})
