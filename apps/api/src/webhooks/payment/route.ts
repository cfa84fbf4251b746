import type { PaymentEvent } from '@makegood/adapters/payment/payment-event'
import { verifyPaymentWebhook } from '@makegood/adapters/payment/verify-payment-webhook'
import type { ApiContext } from '../../context.ts'
import { webhookRoute } from '../webhook-route.ts'

/** What the shop acts on; the rest only repeats what its own calls were answered, and is kept for the record. */
const actedOn: readonly PaymentEvent['type'][] = [
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.dispute.created',
  'refund.failed',
]

/** The gateway's webhooks, signed as Stripe signs them. */
export const paymentWebhookRoute = (api: ApiContext) =>
  webhookRoute(api, {
    provider: 'payment',
    signatureHeader: 'stripe-signature',
    verify: (body, signature) => {
      const verified = verifyPaymentWebhook(body, signature, api.env.STRIPE_WEBHOOK_SECRET)
      if (!verified.ok) return verified
      const { event } = verified
      return {
        ok: true,
        webhook: {
          eventId: event.id,
          type: event.type === 'other' ? event.gatewayType : event.type,
          matters: actedOn.includes(event.type),
          succeededPaymentId: event.type === 'payment_intent.succeeded' ? (event.paymentId ?? null) : null,
        },
      }
    },
  })
