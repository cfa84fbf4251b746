import type { Once } from '../gateway/gateway-context.ts'
import { makeId } from '../gateway/make-id.ts'
import { apiVersion, type Charge, type PaymentIntent, seconds } from '../gateway/stripe-objects.ts'

export type StripeEvent = { readonly id: string; readonly type: string; readonly payload: string }

/** Makes the event that tells of a change, as Stripe would send it; a second sending has the same id and the same text. */
export const makeEvent = (
  type: 'payment_intent.succeeded' | 'payment_intent.payment_failed' | 'charge.refunded',
  object: PaymentIntent | Charge,
  once: Once,
  now: number,
): StripeEvent => {
  const id = makeId('evt', now)
  const payload = JSON.stringify({
    id,
    object: 'event',
    api_version: apiVersion,
    created: seconds(now),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: once.requestId, idempotency_key: once.key },
    type,
  })
  return { id, type, payload }
}
