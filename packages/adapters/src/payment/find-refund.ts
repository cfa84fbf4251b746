import type { FindRefundAnswer, FindRefundRequest } from '@makegood/core/ports/payment-gateway'
import type Stripe from 'stripe'
import type { GuardedCall } from '../outside/create-guard.ts'
import { byChargeRef } from './charge-ref.ts'
import { readRefundStatus } from './read-refund.ts'
import { readReadingTrouble } from './read-trouble.ts'
import { toMoney } from './stripe-money.ts'

const refundsOfChargeMax = 100

const readFound = (refund: Stripe.Refund): FindRefundAnswer => ({
  outcome: 'ok',
  found: true,
  refundRef: refund.id,
  status: readRefundStatus(refund),
  amount: toMoney(refund.amount, refund.currency),
})

/** Finds the refund that this key made, among those of the charge; never says that there is none without having seen all. */
export const findRefund =
  (stripe: Stripe, guard: GuardedCall) =>
  async ({ key, chargeRef }: FindRefundRequest): Promise<FindRefundAnswer> =>
    await guard<FindRefundAnswer>(async () => {
      const refunds = await stripe.refunds.list({ ...byChargeRef(chargeRef), limit: refundsOfChargeMax })
      const found = refunds.data.find(refund => refund.metadata?.key === key)
      if (found !== undefined) return readFound(found)
      if (!refunds.has_more) return { outcome: 'ok', found: false }
      return { outcome: 'retryable', detail: `${chargeRef} has more refunds than can be looked through` }
    }, readReadingTrouble)
