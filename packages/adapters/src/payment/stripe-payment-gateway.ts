import { currencies, type Money, money } from '@makegood/core/money/money'
import type {
  ChargeAnswer,
  ChargeRequest,
  FindAnswer,
  PaymentGateway,
  RefundAnswer,
  RefundRequest,
} from '@makegood/core/ports/payment-gateway'
import Stripe from 'stripe'
import { createStripeClient } from './create-stripe-client.ts'
import { type BreakerOptions, createGuard, defaultBreaker } from './gateway-breaker.ts'
import { GatewayMisuseError } from './gateway-misuse-error.ts'
import { readDecline } from './read-decline.ts'
import { readTrouble } from './read-trouble.ts'

export type StripePaymentGatewayOptions = {
  readonly apiUrl: string
  readonly secretKey: string
  /** How long one call may take in all; 5 seconds where nothing is said. */
  readonly timeoutMs?: number
  readonly connectionsMax?: number
  readonly breaker?: BreakerOptions
}

const defaultTimeoutMs = 5000
const defaultConnectionsMax = 64
const chargesOfOneKeyMax = 10

const idOf = (reference: string | { readonly id: string }): string =>
  typeof reference === 'string' ? reference : reference.id

const toMinor = (amount: Money): number => {
  const minor = Number(amount.amountMinor)
  if (Number.isSafeInteger(minor) && minor > 0) return minor
  throw new GatewayMisuseError(
    `An amount to move must be above zero and exact, got ${amount.amountMinor} ${amount.currency}.`,
  )
}

const toMoney = (minor: number, currency: string): Money => {
  const known = currencies.find(code => code === currency.toUpperCase())
  if (known !== undefined) return money(BigInt(minor), known)
  throw new GatewayMisuseError(`The gateway speaks of ${currency}, a currency that the shop does not use.`)
}

const readIntent = (intent: Stripe.PaymentIntent): ChargeAnswer => {
  if (intent.status === 'succeeded' && intent.latest_charge !== null) {
    return { outcome: 'ok', chargeRef: idOf(intent.latest_charge) }
  }
  const actionUrl = intent.next_action?.redirect_to_url?.url
  if (intent.status === 'requires_action' && typeof actionUrl === 'string') {
    return { outcome: 'actionRequired', chargeRef: intent.id, actionUrl }
  }
  return { outcome: 'unknown', detail: `payment ${intent.id} is ${intent.status}` }
}

/** A card token that is unknown, or was used up by an earlier payment: the shopper's card must be entered again. */
const isBadMethod = (error: Stripe.errors.StripeInvalidRequestError): boolean =>
  error.param === 'payment_method' || error.message.startsWith('The provided PaymentMethod')

const readChargeError = (error: unknown): { answer: ChargeAnswer } | { trouble: ReturnType<typeof readTrouble> } => {
  if (error instanceof Stripe.errors.StripeCardError) {
    return { answer: { outcome: 'declined', ...readDecline(error.code, error.decline_code) } }
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError && isBadMethod(error)) {
    return {
      answer: {
        outcome: 'declined',
        reason: 'payment-method-invalid',
        gatewayCode: error.code ?? 'payment_method_used',
      },
    }
  }
  return { trouble: readTrouble(error) }
}

const notRefundableCodes = new Set(['charge_disputed', 'charge_not_refundable', 'resource_missing'])

const readRefundError = (error: unknown): { answer: RefundAnswer } | { trouble: ReturnType<typeof readTrouble> } => {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    const gatewayCode = error.code ?? 'refund_refused'
    if (error.code === 'charge_already_refunded')
      return { answer: { outcome: 'declined', reason: 'already-refunded', gatewayCode } }
    const isRefused =
      notRefundableCodes.has(gatewayCode) || error.param === 'charge' || error.message.startsWith('Refund amount')
    if (isRefused) return { answer: { outcome: 'declined', reason: 'not-refundable', gatewayCode } }
  }
  return { trouble: readTrouble(error) }
}

/** Reading changes nothing, so whatever goes wrong with it can be tried again. */
const readFindError = (error: unknown) => {
  const trouble = readTrouble(error)
  return { trouble: { ...trouble, outcome: 'retryable' as const } }
}

const rank = { succeeded: 0, pending: 1, failed: 2 } as const

const statusOf = (charge: Stripe.Charge): keyof typeof rank => {
  if (charge.status === 'succeeded') return 'succeeded'
  return charge.status === 'failed' ? 'failed' : 'pending'
}

const readCharges = (charges: readonly Stripe.Charge[]): FindAnswer => {
  const [charge] = [...charges].sort((a, b) => rank[statusOf(a)] - rank[statusOf(b)])
  if (charge === undefined) return { outcome: 'ok', found: false }
  return {
    outcome: 'ok',
    found: true,
    chargeRef: charge.id,
    status: statusOf(charge),
    amount: toMoney(charge.amount, charge.currency),
    refunded: toMoney(charge.amount_refunded, charge.currency),
  }
}

/** The payment port on Stripe's API: one charge per key, one refund per key, and never a guess about what a silence means. */
export const createStripePaymentGateway = (options: StripePaymentGatewayOptions): PaymentGateway => {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
  const stripe = createStripeClient({
    apiUrl: options.apiUrl,
    secretKey: options.secretKey,
    timeoutMs,
    connectionsMax: options.connectionsMax ?? defaultConnectionsMax,
  })
  const guard = createGuard(timeoutMs, options.breaker ?? defaultBreaker)

  const charge = async (request: ChargeRequest): Promise<ChargeAnswer> => {
    const intent: Stripe.PaymentIntentCreateParams = {
      amount: toMinor(request.amount),
      currency: request.amount.currency.toLowerCase(),
      payment_method: request.paymentMethod,
      allowed_payment_method_types: ['card'],
      confirm: true,
      error_on_requires_action: true,
      transfer_group: request.key,
      metadata: { orderId: request.orderId, paymentId: request.paymentId, key: request.key },
    }
    return await guard<ChargeAnswer>(
      async () => readIntent(await stripe.paymentIntents.create(intent, { idempotencyKey: request.key })),
      readChargeError,
    )
  }

  const refund = async (request: RefundRequest): Promise<RefundAnswer> => {
    const refundOf: Stripe.RefundCreateParams = {
      charge: request.chargeRef,
      amount: toMinor(request.amount),
      metadata: { key: request.key },
    }
    return await guard<RefundAnswer>(async () => {
      const made = await stripe.refunds.create(refundOf, { idempotencyKey: request.key })
      if (made.status !== 'failed' && made.status !== 'canceled') return { outcome: 'ok', refundRef: made.id }
      return { outcome: 'declined', reason: 'not-refundable', gatewayCode: made.failure_reason ?? made.status }
    }, readRefundError)
  }

  const findByKey = async (key: string): Promise<FindAnswer> =>
    await guard<FindAnswer>(
      async () => readCharges((await stripe.charges.list({ transfer_group: key, limit: chargesOfOneKeyMax })).data),
      readFindError,
    )

  return { charge, refund, findByKey }
}
