import type { Currency } from '@makegood/core/money/money'
import type { ChargeRequest } from '@makegood/core/ports/payment-gateway'
import { getOpenTopUp } from '@makegood/db/wallet/get-top-up'
import { markTopUpActionRequired, markTopUpCharged, markTopUpRefunded } from '@makegood/db/wallet/settle-top-up'
import { undoCharge } from '../../payment/undo-charge.ts'
import type { Deps } from '../../saga/deps.ts'
import { toFailure } from '../../saga/outside-away.ts'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ChargedTopUp, TopUpWalletData } from './top-up-wallet-data.ts'

type Ready = Omit<ChargeRequest, 'key'>

/**
 * Charges the card for a top-up, once; an unknown outcome is tried again with the same key until the gateway answers. The
 * undo asks what became of the key, and cancels or refunds exactly that charge.
 */
export const chargeTopUpStep = ({ gateway, webUrl }: Deps): SagaStep<TopUpWalletData> => ({
  id: 'charge-top-up',
  kind: 'undoable',
  reach: 'outside',
  async prepare(tx, { data: { topUpId } }) {
    const topUp = await getOpenTopUp(tx, topUpId)
    if (!topUp) return { settled: { outcome: 'refused', result: { reason: 'top-up-not-open' } } }
    const amount = { amountMinor: topUp.amountMinor, currency: topUp.currency as Currency }
    const returnUrl = `${webUrl}/account/wallet?topUp=${topUpId}`
    return { ready: { topUpId, paymentMethod: topUp.paymentMethod, amount, returnUrl } satisfies Ready }
  },
  async call(ready, key) {
    const answer = await gateway.charge({ ...(ready as Ready), key })
    switch (answer.outcome) {
      case 'ok':
        return { outcome: 'done', result: { chargeRef: answer.chargeRef, actionUrl: null } satisfies ChargedTopUp }
      case 'actionRequired': {
        const { chargeRef, actionUrl } = answer
        return { outcome: 'done', result: { chargeRef, actionUrl } satisfies ChargedTopUp }
      }
      case 'declined':
        return { outcome: 'refused', result: { reason: answer.reason, gatewayCode: answer.gatewayCode } }
      case 'retryable':
      case 'unknown':
        throw toFailure("the gateway's answer to the charge", answer)
    }
  },
  async record(tx, { data: { topUpId } }, outcome) {
    if (outcome.outcome !== 'done') return
    const { chargeRef, actionUrl } = outcome.result as ChargedTopUp
    if (actionUrl === null) await markTopUpCharged(tx, topUpId, chargeRef)
    else await markTopUpActionRequired(tx, topUpId, actionUrl)
  },
  async undo({ saga, data: { topUpId } }, key, result) {
    const { chargeRef } = (result ?? {}) as Partial<ChargedTopUp>
    const undone = await undoCharge(gateway, { key, chargeRef }, saga.generation)
    return async tx => {
      if (undone) await markTopUpRefunded(tx, { topUpId, ...undone })
    }
  },
})
