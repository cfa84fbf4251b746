import type { CancelAnswer, CancelRequest } from '@makegood/core/ports/payment-gateway'
import Stripe from 'stripe'
import type { GuardedCall } from '../outside/create-guard.ts'
import { readTrouble } from './read-trouble.ts'

/** What a refused cancelling means, by the intent as it is now. */
const readRefused = (intent: Stripe.PaymentIntent): CancelAnswer => {
  switch (intent.status) {
    case 'succeeded':
      return { outcome: 'declined', reason: 'already-charged', gatewayCode: 'payment_intent_unexpected_state' }
    case 'canceled':
    case 'requires_payment_method':
      return { outcome: 'ok', status: 'nothing-to-cancel' }
    default:
      return { outcome: 'retryable', detail: `payment ${intent.id} cannot be cancelled while it is ${intent.status}` }
  }
}

/** Makes sure that an intent which has not taken money never will; of an approval and this, Stripe lets one win. */
export const cancelCharge =
  (stripe: Stripe, guard: GuardedCall) =>
  async ({ key, chargeRef }: CancelRequest): Promise<CancelAnswer> =>
    await guard<CancelAnswer>(
      async () => {
        try {
          await stripe.paymentIntents.cancel(chargeRef, {}, { idempotencyKey: `${key}:cancel` })
          return { outcome: 'ok', status: 'cancelled' }
        } catch (error) {
          const isRefused =
            error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'payment_intent_unexpected_state'
          if (!isRefused) throw error
          return readRefused(await stripe.paymentIntents.retrieve(chargeRef))
        }
      },
      error => ({ trouble: readTrouble(error) }),
    )
