import type { RefundAnswer, RefundRequest } from '@makegood/core/ports/payment-gateway'
import Stripe from 'stripe'
import type { GuardedCall, Result } from '../outside/create-guard.ts'
import { writeIds } from './charge-metadata.ts'
import { byChargeRef } from './charge-ref.ts'
import { readRefundStatus } from './read-refund.ts'
import { readTrouble } from './read-trouble.ts'
import { toMinor } from './stripe-money.ts'

const notRefundableCodes = new Set(['charge_disputed', 'charge_not_refundable', 'resource_missing'])

const declined = (reason: Extract<RefundAnswer, { outcome: 'declined' }>['reason'], gatewayCode: string) =>
  ({ answer: { outcome: 'declined', reason, gatewayCode } }) as const

/** Some say of a charge that was given back in whole that nothing is left of it. */
const nothingLeft = /unrefunded amount on charge \(\D*0(\.0+)?\D*\)/

const readError = (error: unknown): Result<RefundAnswer> => {
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    const gatewayCode = error.code ?? 'refund_refused'
    if (gatewayCode === 'charge_already_refunded' || nothingLeft.test(error.message))
      return declined('already-refunded', gatewayCode)
    if (error.message.startsWith('Refund amount')) return declined('more-than-left', gatewayCode)
    const isOfCharge =
      error.param === 'charge' ||
      error.param === 'payment_intent' ||
      error.message.includes('does not have a successful charge')
    if (isOfCharge || notRefundableCodes.has(gatewayCode)) return declined('not-refundable', gatewayCode)
  }
  return { trouble: readTrouble(error) }
}

/** Gives money back once per key; that the parts never add up to more than was taken is held by Stripe. */
export const createRefund =
  (stripe: Stripe, guard: GuardedCall) =>
  async (request: RefundRequest): Promise<RefundAnswer> => {
    const params: Stripe.RefundCreateParams = {
      ...byChargeRef(request.chargeRef),
      amount: toMinor(request.amount),
      metadata: { ...writeIds(request), key: request.key },
    }
    return await guard<RefundAnswer>(async () => {
      const made = await stripe.refunds.create(params, { idempotencyKey: request.key })
      const status = readRefundStatus(made)
      if (status !== 'failed') return { outcome: 'ok', refundRef: made.id, status }
      return { outcome: 'declined', reason: 'not-refundable', gatewayCode: made.failure_reason ?? 'refund_failed' }
    }, readError)
  }
