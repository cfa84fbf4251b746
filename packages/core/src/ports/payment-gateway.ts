import type { Money } from '../money/money.ts'

/**
 * What the shop asks of a payment gateway. Every call carries an idempotency key made by the caller: the same key sent
 * again has no second effect and gets the first answer. Expected outcomes are values, never exceptions.
 */
export type PaymentGateway = {
  /** Charges once per key. `unknown` means it may have happened: ask `findByKey` or send the same key again. */
  charge(request: ChargeRequest): Promise<ChargeAnswer>
  /** Gives money back once per key. `unknown` as with charge. */
  refund(request: RefundRequest): Promise<RefundAnswer>
  /** What became of the charge with this key; `ok` with `found: false` where the gateway has never seen it. */
  findByKey(key: string): Promise<FindAnswer>
}

export type ChargeRequest = {
  readonly key: string
  readonly orderId: string
  readonly paymentId: string
  readonly amount: Money
  /** The gateway's token for the shopper's card; the card itself never reaches the shop. */
  readonly paymentMethod: string
}

export type RefundRequest = { readonly key: string; readonly chargeRef: string; readonly amount: Money }

/** Why a gateway refused, in the shop's own words; `gatewayCode` keeps the original for operators. */
export type DeclineReason =
  | 'card-declined'
  | 'insufficient-funds'
  | 'expired-card'
  | 'incorrect-cvc'
  | 'authentication-required'
  | 'payment-method-invalid'

/**
 * `retryable` speaks of this call only: it did nothing. After an earlier `unknown` with the same key a charge may exist all
 * the same, so ask `findByKey` before undoing or giving up.
 */
export type GatewayTrouble =
  | { readonly outcome: 'retryable'; readonly detail: string }
  | { readonly outcome: 'unknown'; readonly detail: string }

export type ChargeAnswer =
  | { readonly outcome: 'ok'; readonly chargeRef: string }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason; readonly gatewayCode: string }
  | { readonly outcome: 'actionRequired'; readonly chargeRef: string; readonly actionUrl: string }
  | GatewayTrouble

export type RefundAnswer =
  | { readonly outcome: 'ok'; readonly refundRef: string }
  | {
      readonly outcome: 'declined'
      readonly reason: 'already-refunded' | 'not-refundable'
      readonly gatewayCode: string
    }
  | GatewayTrouble

export type FindAnswer =
  | { readonly outcome: 'ok'; readonly found: false }
  | {
      readonly outcome: 'ok'
      readonly found: true
      readonly chargeRef: string
      readonly status: 'succeeded' | 'pending' | 'failed'
      readonly amount: Money
      readonly refunded: Money
    }
  | GatewayTrouble
