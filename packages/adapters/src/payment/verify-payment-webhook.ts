import Stripe from 'stripe'
import type { PaymentEvent } from './payment-event.ts'
import { readPaymentEvent } from './read-payment-event.ts'

export type WebhookRefusal = 'no-secret' | 'no-signature' | 'wrong-signature' | 'too-old' | 'too-new' | 'unreadable'

export type VerifiedWebhook =
  | { readonly ok: true; readonly event: PaymentEvent }
  | { readonly ok: false; readonly reason: WebhookRefusal }

const toleranceSeconds = 300

/**
 * Believes a webhook only if it was signed with our secret within the last five minutes; everything in it that is not the
 * shop's own business comes back as `other`. Needs the body as it was sent, byte for byte.
 */
export const verifyPaymentWebhook = (
  rawBody: string | Buffer,
  signature: string | undefined,
  secret: string,
  now: Date = new Date(),
): VerifiedWebhook => {
  if (secret.trim() === '') return { ok: false, reason: 'no-secret' }
  if (signature === undefined || signature === '') return { ok: false, reason: 'no-signature' }
  if (isSignedAhead(signature, now)) return { ok: false, reason: 'too-new' }
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceSeconds, undefined, now.getTime())
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) {
      return { ok: false, reason: error.message.includes('tolerance') ? 'too-old' : 'wrong-signature' }
    }
    if (error instanceof SyntaxError) return { ok: false, reason: 'unreadable' }
    throw error
  }
  const read = readPaymentEvent(event)
  return read === null ? { ok: false, reason: 'unreadable' } : { ok: true, event: read }
}

/** True where a signature claims to be made more than five minutes from now; Stripe's SDK refuses only old ones. */
const isSignedAhead = (signature: string, now: Date): boolean => {
  const seconds = Number(signature.match(/(?:^|,)\s*t=(\d+)/)?.[1] ?? 0)
  return seconds * 1000 > now.getTime() + toleranceSeconds * 1000
}
