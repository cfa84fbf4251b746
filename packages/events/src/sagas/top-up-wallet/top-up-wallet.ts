import type { Deps } from '../../saga/deps.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { awaitTopUpApprovalStep } from './await-top-up-approval.ts'
import { chargeTopUpStep } from './charge-top-up.ts'
import { creditWalletStep } from './credit-wallet.ts'
import { failTopUpStep } from './fail-top-up.ts'
import type { TopUpWalletData } from './top-up-wallet-data.ts'

/**
 * Tops a wallet up by card: charged, approved where the bank asks for it, then in the wallet. Where it cannot go on, the
 * charge is cancelled or refunded and the shopper learns why. One saga for each top-up.
 */
export const topUpWallet = (deps: Deps): SagaDefinition<TopUpWalletData> => ({
  name: 'top-up-wallet',
  startedBy: 'wallet/top-up.requested',
  forward: [chargeTopUpStep(deps), awaitTopUpApprovalStep(deps), creditWalletStep],
  settle: refusal => [failTopUpStep(refusal)],
  stopsOnCancel: false,
})
