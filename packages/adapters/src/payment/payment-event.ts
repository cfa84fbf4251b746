import type { Money } from '@makegood/core/money/money'
import type { ChargeIds, DeclineReason, RefundStatus } from '@makegood/core/ports/payment-gateway'

type EventBase = {
  /** The gateway's id of the event: a second delivery has the same one. */
  readonly id: string
  readonly createdAt: Date
  /** False for events of a test account: a live shop must not take them for money. */
  readonly livemode: boolean
}

/** An event about a charge: its key, what it is for, and `chargeRef` as every answer of the port names it. */
type OfCharge = EventBase & ChargeIds & { readonly key: string; readonly chargeRef: string; readonly amount: Money }

type OfRefund = EventBase &
  ChargeIds & {
    /** The key of the refund, not of the charge. */
    readonly refundKey: string
    readonly refundRef: string
    readonly chargeRef: string
    readonly amount: Money
    readonly status: RefundStatus
    /** Why it failed, in the gateway's word; null while it has not. */
    readonly gatewayCode: string | null
  }

/** What the gateway tells the shop. `other` is none of the shop's business. */
export type PaymentEvent =
  | (OfCharge & { readonly type: 'payment_intent.succeeded' })
  | (OfCharge & {
      readonly type: 'payment_intent.payment_failed'
      readonly reason: DeclineReason
      readonly gatewayCode: string
    })
  | (OfCharge & { readonly type: 'payment_intent.requires_action'; readonly actionUrl: string })
  | (OfCharge & { readonly type: 'payment_intent.canceled'; readonly gatewayCode: string })
  /** `refunded` is all that has gone back of this charge so far. */
  | (OfCharge & { readonly type: 'charge.refunded'; readonly refunded: Money })
  | (OfRefund & { readonly type: 'refund.updated' | 'refund.failed' })
  /** The shopper's bank takes the money back. It names only the charge: the gateway copies no ids here. */
  | (EventBase & {
      readonly type: 'charge.dispute.created'
      readonly disputeRef: string
      readonly chargeRef: string
      readonly amount: Money
      readonly gatewayCode: string
    })
  | (EventBase & { readonly type: 'other'; readonly gatewayType: string })
