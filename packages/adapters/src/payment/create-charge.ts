import type { ChargeAnswer, ChargeRequest } from '@makegood/core/ports/payment-gateway'
import Stripe from 'stripe'
import type { GuardedCall, Result } from '../outside/create-guard.ts'
import { writeChargeMetadata } from './charge-metadata.ts'
import { readDecline } from './read-decline.ts'
import { readIntentStatus } from './read-intent.ts'
import { readTrouble } from './read-trouble.ts'
import { toMinor } from './stripe-money.ts'

/** A card token that is unknown, or was used up by an earlier payment: the shopper's card must be entered again. */
const isBadMethod = (error: Stripe.errors.StripeInvalidRequestError): boolean =>
  error.param === 'payment_method' || error.message.startsWith('The provided PaymentMethod')

const readError = (error: unknown): Result<ChargeAnswer> => {
  if (error instanceof Stripe.errors.StripeCardError) {
    return { answer: { outcome: 'declined', ...readDecline(error.code, error.decline_code) } }
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError && isBadMethod(error)) {
    const gatewayCode = error.code ?? 'payment_method_used'
    return { answer: { outcome: 'declined', reason: 'payment-method-invalid', gatewayCode } }
  }
  return { trouble: readTrouble(error) }
}

const readAnswer = (intent: Stripe.PaymentIntent): ChargeAnswer => {
  const chargeRef = intent.id
  const read = readIntentStatus(intent)
  switch (read.status) {
    case 'succeeded':
      return { outcome: 'ok', chargeRef }
    case 'action-required':
      return { outcome: 'actionRequired', chargeRef, actionUrl: read.actionUrl }
    case 'failed':
      return { outcome: 'declined', reason: read.reason, gatewayCode: read.gatewayCode }
    case 'pending':
      return { outcome: 'unknown', detail: `payment ${chargeRef} is ${intent.status}` }
  }
}

const requestOf = (request: ChargeRequest): Stripe.PaymentIntentCreateParams => ({
  amount: toMinor(request.amount),
  currency: request.amount.currency.toLowerCase(),
  payment_method: request.paymentMethod,
  allowed_payment_method_types: ['card'],
  confirm: true,
  ...(request.returnUrl === undefined ? { error_on_requires_action: true } : { return_url: request.returnUrl }),
  transfer_group: request.key,
  metadata: writeChargeMetadata(request),
})

/**
 * Charges once per key. A key that is sent again gets Stripe's first answer; where that one asked for the shopper's
 * approval it may be long out of date, so the intent itself is read.
 */
export const createCharge =
  (stripe: Stripe, guard: GuardedCall) =>
  async (request: ChargeRequest): Promise<ChargeAnswer> => {
    const params = requestOf(request)
    return await guard<ChargeAnswer>(async () => {
      const made = await stripe.paymentIntents.create(params, { idempotencyKey: request.key })
      const isReplayed = made.lastResponse.headers['idempotent-replayed'] === 'true'
      const isStale = isReplayed && made.status === 'requires_action'
      return readAnswer(isStale ? await stripe.paymentIntents.retrieve(made.id) : made)
    }, readError)
  }
