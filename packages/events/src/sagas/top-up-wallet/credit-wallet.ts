import { creditTopUp } from '@makegood/db/wallet/settle-top-up'
import type { SagaStep } from '../../saga/step-types.ts'
import type { TopUpWalletData } from './top-up-wallet-data.ts'

/** The pivot: what the card paid is in the wallet, once. */
export const creditWalletStep: SagaStep<TopUpWalletData> = {
  id: 'credit-wallet',
  kind: 'pivot',
  reach: 'local',
  async run(tx, { data }) {
    const credited = await creditTopUp(tx, data.topUpId)
    return credited
      ? { outcome: 'done', result: { credited } }
      : { outcome: 'refused', result: { reason: 'top-up-not-open' } }
  },
}
