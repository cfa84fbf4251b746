import type { PaymentGateway } from '@makegood/core/ports/payment-gateway'
import { type BreakerOptions, createGuard, defaultBreaker } from '../outside/create-guard.ts'
import { cancelCharge } from './cancel-charge.ts'
import { createCharge } from './create-charge.ts'
import { createRefund } from './create-refund.ts'
import { createStripeClient } from './create-stripe-client.ts'
import { findCharge } from './find-charge.ts'
import { findRefund } from './find-refund.ts'
import { listCharges } from './list-charges.ts'

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

/** The payment port on Stripe's API: one charge per key, one refund per key, and never a guess about what a silence means. */
export const createStripePaymentGateway = (options: StripePaymentGatewayOptions): PaymentGateway => {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs
  const stripe = createStripeClient({
    apiUrl: options.apiUrl,
    secretKey: options.secretKey,
    timeoutMs,
    connectionsMax: options.connectionsMax ?? defaultConnectionsMax,
  })
  const guard = createGuard('gateway', timeoutMs, options.breaker ?? defaultBreaker)
  return {
    charge: createCharge(stripe, guard),
    cancelCharge: cancelCharge(stripe, guard),
    refund: createRefund(stripe, guard),
    findByKey: findCharge(stripe, guard),
    findRefundByKey: findRefund(stripe, guard),
    listCharges: listCharges(stripe, guard),
  }
}
