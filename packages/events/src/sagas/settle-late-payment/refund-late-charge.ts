import type { TakeUp } from '@makegood/db/payment/take-order-up'
import { recordFullRefund } from '@makegood/db/refund/record-full-refund'
import { undoCharge } from '../../payment/undo-charge.ts'
import type { Deps } from '../../saga/deps.ts'
import { callKey } from '../../saga/run-step.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import { keptOfLateCharge } from './check-late-charge.ts'
import type { LatePaymentData } from './settle-late-payment.ts'

type Ready = { readonly chargeKey: string; readonly chargeRef: string; readonly generation: number }

/** The late charge goes back, once, where no order takes it. */
export const refundLateChargeStep = ({ gateway }: Deps): SagaStep<LatePaymentData> => ({
  id: 'refund-late-charge',
  kind: 'forward-only',
  reach: 'outside',
  skip: (_data, results) => {
    const taken = results['take-order-up'] as TakeUp | undefined
    if (keptOfLateCharge(results) === 'nothing') return true
    return taken !== undefined && (taken.takenUp || taken.because === 'settled')
  },
  async prepare(_tx, { saga: { generation }, data: { paymentId, chargeRef } }) {
    const chargeKey = callKey(`pay-order:${paymentId}`, 'charge-card')
    return { ready: { chargeKey, chargeRef, generation } satisfies Ready }
  },
  async call(ready) {
    const { chargeKey, chargeRef, generation } = ready as Ready
    const undone = await undoCharge(gateway, { key: chargeKey, chargeRef }, generation)
    if (!undone) throw new Error('the gateway does not know the charge that it told of')
    return { outcome: 'done', result: undone }
  },
  async record(tx, { data }, outcome) {
    const undone = outcome.result as { readonly chargeRef: string; readonly refundRef: string }
    await recordFullRefund(tx, { paymentId: data.paymentId, source: 'late', ...undone })
  },
})
