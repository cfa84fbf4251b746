import type { Money } from '../money/money.ts'

/**
 * What the shop asks of a payment gateway. Every call that moves something carries an idempotency key made by the caller:
 * the same key sent again has no second effect, and is refused loudly where it comes with anything else than before.
 * Expected outcomes are values, never exceptions.
 *
 * Undoing a charge: `findByKey`; action-required or pending: `cancelCharge`; succeeded: `refund`; failed: nothing to do.
 */
export type PaymentGateway = {
  /**
   * Charges once per key. `unknown` means it may have happened: ask `findByKey` or send the same key again, which gets the
   * first answer, or what has become of it where the shopper had to approve.
   */
  charge(request: ChargeRequest): Promise<ChargeAnswer>
  /** Makes sure that a charge which has not taken money never will; where it has, `already-charged` says so. */
  cancelCharge(request: CancelRequest): Promise<CancelAnswer>
  /** Gives money back once per key, in parts if need be, never more than was taken. `unknown` as with charge. */
  refund(request: RefundRequest): Promise<RefundAnswer>
  /**
   * What became of the charge with this key; `ok` with `found: false` where the gateway has never seen it. Give the
   * `chargeRef` too where an earlier answer named it: without it, a charge that waits for the shopper's approval may take
   * a minute until it is found by its key alone.
   */
  findByKey(key: string, chargeRef?: string): Promise<FindAnswer>
  /** What became of the refund with this key, on the charge that it was of. */
  findRefundByKey(request: FindRefundRequest): Promise<FindRefundAnswer>
  /** The shop's charges made since then, newest first, a page at a time; for reconciliation. */
  listCharges(request: ListChargesRequest): Promise<ListChargesAnswer>
}

/** What a charge is for, in the shop's ids: an order's payment or a wallet top-up. The gateway keeps them and tells them again. */
export type ChargeIds = { readonly orderId?: string; readonly paymentId?: string; readonly topUpId?: string }

export type ChargeRequest = ChargeIds & {
  readonly key: string
  readonly amount: Money
  /** The gateway's token for the shopper's card; the card itself never reaches the shop. */
  readonly paymentMethod: string
  /** Where the gateway's approval page leads back to. Without it, a card that needs approval is declined. */
  readonly returnUrl?: string
  /** Whatever else the gateway shall keep beside the ids, for people who look there. */
  readonly reference?: Readonly<Record<string, string>>
}

/** `chargeRef` is the gateway's name of the charge, the same in every answer and event about it. */
export type CancelRequest = { readonly key: string; readonly chargeRef: string }
/** The ids are of what the charge was for; the gateway's events about the refund carry them. */
export type RefundRequest = ChargeIds & { readonly key: string; readonly chargeRef: string; readonly amount: Money }
export type FindRefundRequest = { readonly key: string; readonly chargeRef: string }
/** `cursor` is the `nextCursor` of the page before. */
export type ListChargesRequest = { readonly since: Date; readonly cursor?: string }

/** Why a charge failed, in the shop's own words; `gatewayCode` keeps the original for operators. */
export type DeclineReason =
  | 'card-declined'
  | 'insufficient-funds'
  | 'expired-card'
  | 'incorrect-cvc'
  /** The card needs the shopper's approval, which was not asked for. */
  | 'authentication-required'
  /** The shopper was asked to approve, and refused or could not. */
  | 'authentication-failed'
  | 'payment-method-invalid'
  /** The shop cancelled the charge before it took money. */
  | 'charge-cancelled'

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
  /** The shopper has to approve on the gateway's page; what came of it is told by `findByKey` and by a webhook. */
  | { readonly outcome: 'actionRequired'; readonly chargeRef: string; readonly actionUrl: string }
  | GatewayTrouble

export type CancelAnswer =
  /** Either way it never takes money: `nothing-to-cancel` where it had failed or been cancelled before. */
  | { readonly outcome: 'ok'; readonly status: 'cancelled' | 'nothing-to-cancel' }
  | { readonly outcome: 'declined'; readonly reason: 'already-charged'; readonly gatewayCode: string }
  | GatewayTrouble

export type RefundAnswer =
  /** `pending`: taken on and under way; whether it arrives is told by `findRefundByKey` and by a webhook. */
  | { readonly outcome: 'ok'; readonly refundRef: string; readonly status: 'succeeded' | 'pending' }
  | {
      readonly outcome: 'declined'
      readonly reason: 'already-refunded' | 'more-than-left' | 'not-refundable'
      readonly gatewayCode: string
    }
  | GatewayTrouble

export type ChargeStatus =
  | { readonly status: 'succeeded' }
  | { readonly status: 'action-required'; readonly actionUrl: string }
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly reason: DeclineReason; readonly gatewayCode: string }

type ChargeBooks = { readonly chargeRef: string; readonly amount: Money; readonly refunded: Money }

export type FindAnswer =
  | { readonly outcome: 'ok'; readonly found: false }
  | ({ readonly outcome: 'ok'; readonly found: true } & ChargeBooks & ChargeStatus)
  | GatewayTrouble

export type RefundStatus = 'succeeded' | 'pending' | 'failed'

export type FindRefundAnswer =
  | { readonly outcome: 'ok'; readonly found: false }
  | {
      readonly outcome: 'ok'
      readonly found: true
      readonly refundRef: string
      readonly status: RefundStatus
      readonly amount: Money
    }
  | GatewayTrouble

export type ListedCharge = ChargeIds & ChargeBooks & ChargeStatus & { readonly key: string; readonly createdAt: Date }

export type ListChargesAnswer =
  | {
      readonly outcome: 'ok'
      readonly charges: readonly ListedCharge[]
      /** Where the next page begins; null on the last one. A page may be empty and yet not the last. */
      readonly nextCursor: string | null
    }
  | GatewayTrouble
