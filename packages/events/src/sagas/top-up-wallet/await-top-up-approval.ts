import { inTransaction } from '@makegood/db/client'
import { getOpenTopUp } from '@makegood/db/wallet/get-top-up'
import { markTopUpCharged } from '@makegood/db/wallet/settle-top-up'
import type { Deps } from '../../saga/deps.ts'
import { callKey } from '../../saga/run-step.ts'
import type { SagaStep, StepOutcome, StepResults, StillWaiting } from '../../saga/step-types.ts'
import type { ChargedTopUp, TopUpWalletData } from './top-up-wallet-data.ts'

/**
 * Waits until the shopper has approved or refused the charge at the gateway, which alone is believed; at most as long as a
 * payment. While the gateway cannot say it waits on.
 */
export const awaitTopUpApprovalStep = ({ db, gateway, policy }: Deps): SagaStep<TopUpWalletData> => ({
  id: 'await-top-up-approval',
  kind: 'forward-only',
  reach: 'wait',
  skip: (_data, results) => !charged(results)?.actionUrl,
  wakeOn: 'wallet/top-up.changed',
  match: 'topUpId',
  waitSeconds: policy.paymentSeconds,
  async look({ saga, data, results }, expired): Promise<StepOutcome | StillWaiting> {
    const topUp = await inTransaction(db, tx => getOpenTopUp(tx, data.topUpId))
    if (!topUp) return { outcome: 'refused', result: { reason: 'top-up-not-open' } }
    const found = await gateway.findByKey(callKey(saga.id, 'charge-top-up'), charged(results)?.chargeRef)
    if (found.outcome !== 'ok') return { outcome: 'waiting', because: `the gateway cannot say: ${found.detail}` }
    if (!found.found) throw new Error('the gateway does not know the charge it asked to approve')
    if (found.status === 'failed')
      return { outcome: 'refused', result: { reason: found.reason, gatewayCode: found.gatewayCode } }
    if (found.status !== 'succeeded')
      return expired ? { outcome: 'refused', result: { reason: 'approval-expired' } } : { outcome: 'waiting' }
    if (found.amount.amountMinor !== topUp.amountMinor || found.amount.currency !== topUp.currency)
      return { outcome: 'refused', result: { reason: 'amount-differs' } }
    return { outcome: 'done', result: { chargeRef: found.chargeRef } }
  },
  async record(tx, { data }, outcome) {
    if (outcome.outcome !== 'done') return
    await markTopUpCharged(tx, data.topUpId, (outcome.result as { chargeRef: string }).chargeRef)
  },
})

const charged = (results: StepResults) => results['charge-top-up'] as ChargedTopUp | undefined
