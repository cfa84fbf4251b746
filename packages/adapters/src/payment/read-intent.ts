import type { ChargeStatus } from '@makegood/core/ports/payment-gateway'
import type Stripe from 'stripe'
import { readDecline } from './read-decline.ts'
import { toMoney } from './stripe-money.ts'

/** Where the shopper approves, if that is what the intent waits for. */
const actionUrlOf = (intent: Stripe.PaymentIntent): string | null =>
  intent.status === 'requires_action' ? (intent.next_action?.redirect_to_url?.url ?? null) : null

/** How a charge stands, by its intent. An attempt that failed stays so: the shop confirms each intent once. */
export const readIntentStatus = (intent: Stripe.PaymentIntent): ChargeStatus => {
  const actionUrl = actionUrlOf(intent)
  if (actionUrl !== null) return { status: 'action-required', actionUrl }
  if (intent.status === 'succeeded') return { status: 'succeeded' }
  if (intent.status === 'canceled') {
    return { status: 'failed', reason: 'charge-cancelled', gatewayCode: intent.cancellation_reason ?? 'canceled' }
  }
  const error = intent.last_payment_error
  if (intent.status === 'requires_payment_method' && error !== null) {
    return { status: 'failed', ...readDecline(error.code, error.decline_code) }
  }
  return { status: 'pending' }
}

/** The charge of an intent that was asked for with `latest_charge` expanded. */
const chargeOf = (intent: Stripe.PaymentIntent): Stripe.Charge | null =>
  typeof intent.latest_charge === 'object' ? intent.latest_charge : null

/** The state and the sums of a charge; the intent must carry its `latest_charge` expanded. */
export const readIntent = (intent: Stripe.PaymentIntent) => ({
  chargeRef: intent.id,
  amount: toMoney(intent.amount, intent.currency),
  refunded: toMoney(chargeOf(intent)?.amount_refunded ?? 0, intent.currency),
  ...readIntentStatus(intent),
})
