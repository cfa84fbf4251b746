import type { Once } from '../gateway/gateway-context.ts'
import { makeId } from '../gateway/make-id.ts'
import {
  apiVersion,
  type Charge,
  type Dispute,
  type PaymentIntent,
  type Refund,
  seconds,
} from '../gateway/stripe-objects.ts'

export type StripeEvent = { readonly id: string; readonly type: string; readonly payload: string }

export type StripeEventType =
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'payment_intent.requires_action'
  | 'payment_intent.canceled'
  | 'charge.refunded'
  | 'charge.dispute.created'
  | 'refund.updated'
  | 'refund.failed'

/** Makes the event that tells of a change, as Stripe would send it; a second sending has the same id and the same text. */
export const makeEvent = (
  type: StripeEventType,
  object: PaymentIntent | Charge | Refund | Dispute,
  once: Once | null,
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
    request: { id: once?.requestId ?? null, idempotency_key: once?.key ?? null },
    type,
  })
  return { id, type, payload }
}
