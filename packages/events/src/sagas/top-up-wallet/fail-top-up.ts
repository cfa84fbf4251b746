import { failTopUp } from '@makegood/db/wallet/settle-top-up'
import type { SagaRefusal } from '../../saga/saga-definition.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { TopUpWalletData } from './top-up-wallet-data.ts'

/** The words for a shopper where the fault was not the card's. */
const ownFault = 'gateway-trouble'

/** Ends a top-up that put nothing into the wallet, once, and says why. */
export const failTopUpStep = (refusal: SagaRefusal): SagaStep<TopUpWalletData> => ({
  id: 'fail-top-up',
  kind: 'forward-only',
  reach: 'local',
  async run(tx, { data: { topUpId } }) {
    const declined = typeof refusal.gatewayCode === 'string'
    const reason = declined || refusal.reason === 'approval-expired' ? refusal.reason : ownFault
    const failed = await failTopUp(tx, { topUpId, status: declined ? 'DECLINED' : 'FAILED', reason })
    return { outcome: 'done', result: { failed, reason: refusal.reason } }
  },
})
