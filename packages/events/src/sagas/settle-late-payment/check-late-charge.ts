import type { FindAnswer } from '@makegood/core/ports/payment-gateway'
import type { Deps } from '../../saga/deps.ts'
import { toFailure } from '../../saga/outside-away.ts'
import { callKey } from '../../saga/run-step.ts'
import type { SagaStep, StepResults } from '../../saga/step-types.ts'
import type { LatePaymentData } from './settle-late-payment.ts'

/** Whether the gateway still keeps the late charge: news may be old, and a person may have given the money back meanwhile. */
export const checkLateChargeStep = ({ gateway }: Deps): SagaStep<LatePaymentData> => ({
  id: 'check-late-charge',
  kind: 'forward-only',
  reach: 'outside',
  async prepare(_tx, { data }) {
    return { ready: data }
  },
  async call(ready) {
    const { paymentId, chargeRef } = ready as LatePaymentData
    const found = await gateway.findByKey(callKey(`pay-order:${paymentId}`, 'charge-card'), chargeRef)
    if (found.outcome !== 'ok') throw toFailure('the gateway cannot say what became of the charge', found)
    return { outcome: 'done', result: { kept: keptOf(found) } satisfies CheckedCharge }
  },
  record: async () => undefined,
})

type CheckedCharge = { readonly kept: 'all' | 'part' | 'nothing' }

const keptOf = (found: Extract<FindAnswer, { outcome: 'ok' }>): CheckedCharge['kept'] => {
  if (!found.found || found.status !== 'succeeded') return 'nothing'
  const { amount, refunded } = found
  if (refunded.amountMinor === 0n) return 'all'
  return refunded.amountMinor < amount.amountMinor ? 'part' : 'nothing'
}

/** How much of the late charge the gateway still kept when it was asked. */
export const keptOfLateCharge = (results: StepResults): CheckedCharge['kept'] =>
  (results['check-late-charge'] as CheckedCharge).kept
