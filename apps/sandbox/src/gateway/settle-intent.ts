import type { StripeEventType } from '../webhooks/make-event.ts'
import { errorBody } from './gateway-error.ts'
import { makeId } from './make-id.ts'
import {
  type CardFace,
  type Charge,
  type Dispute,
  type PaymentError,
  type PaymentIntent,
  seconds,
} from './stripe-objects.ts'
import { approvalDecline, approvalRefused, type CardBehaviour, type Decline, declines } from './test-cards.ts'

export type PaymentMethod = { readonly id: string; readonly face: CardFace; readonly behaviour: CardBehaviour }

export type Settlement = {
  readonly intent: PaymentIntent
  readonly charge: Charge | null
  readonly events: readonly Told[]
  readonly answer: { readonly status: number; readonly body: string }
}

/** An event that follows, still without its id. */
export type Told = {
  readonly type: StripeEventType
  readonly object: PaymentIntent | Dispute
}

export type Confirmation = {
  readonly method: PaymentMethod
  readonly errorOnRequiresAction: boolean
  /** The page where the shopper approves, and where it leads back to; null where the caller named no way back. */
  readonly approval: { readonly url: string; readonly returnUrl: string } | null
  /** What the shopper said on that page; null where the page was not shown yet. */
  readonly approved: boolean | null
  readonly now: number
}

const newCharge = (intent: PaymentIntent, method: PaymentMethod, decline: Decline | null, now: number): Charge => ({
  id: makeId('ch', now),
  object: 'charge',
  amount: intent.amount,
  amount_captured: decline === null ? intent.amount : 0,
  amount_refunded: 0,
  captured: decline === null,
  created: seconds(now),
  currency: intent.currency,
  description: intent.description,
  disputed: decline === null && method.behaviour === 'disputed',
  failure_code: decline?.code ?? null,
  failure_message: decline?.message ?? null,
  livemode: false,
  metadata: intent.metadata,
  outcome:
    decline === null
      ? { network_status: 'approved_by_network', reason: null, type: 'authorized' }
      : { network_status: 'declined_by_network', reason: decline.declineCode ?? null, type: 'issuer_declined' },
  paid: decline === null,
  payment_intent: intent.id,
  payment_method: method.id,
  payment_method_details: {
    type: 'card',
    card: {
      brand: method.face.brand,
      last4: method.face.last4,
      exp_month: method.face.expMonth,
      exp_year: method.face.expYear,
    },
  },
  refunded: false,
  status: decline === null ? 'succeeded' : 'failed',
  transfer_group: intent.transfer_group,
})

const settleDeclined = (intent: PaymentIntent, charge: Charge | null, decline: Decline): Settlement => {
  const error: PaymentError = {
    type: 'card_error',
    code: decline.code,
    ...(decline.declineCode === undefined ? {} : { decline_code: decline.declineCode }),
    message: decline.message,
    ...(charge === null ? {} : { charge: charge.id }),
  }
  const failed: PaymentIntent = {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: error,
    latest_charge: charge?.id ?? intent.latest_charge,
  }
  const answer = { status: 402, body: errorBody({ ...error, payment_intent: failed }) }
  return { intent: failed, charge, events: [{ type: 'payment_intent.payment_failed', object: failed }], answer }
}

const disputeOf = (charge: Charge, now: number): Dispute => ({
  id: makeId('du', now),
  object: 'dispute',
  amount: charge.amount,
  charge: charge.id,
  created: seconds(now),
  currency: charge.currency,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  reason: 'fraudulent',
  status: 'needs_response',
})

const needApproval: readonly CardBehaviour[] = ['needs-approval', 'declined-after-approval']

/** Decides what the bank does with a confirmed intent: charges, declines, or asks for the shopper's approval. Decides only; writes nothing. */
export const settleIntent = (intent: PaymentIntent, confirmation: Confirmation): Settlement => {
  const { method, now } = confirmation
  if (confirmation.approved === false) return settleDeclined(intent, null, approvalRefused)
  if (needApproval.includes(method.behaviour) && confirmation.approved === null) {
    if (confirmation.errorOnRequiresAction || confirmation.approval === null)
      return settleDeclined(intent, null, approvalDecline)
    const { url, returnUrl } = confirmation.approval
    const waiting: PaymentIntent = {
      ...intent,
      status: 'requires_action',
      payment_method: method.id,
      next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } },
    }
    return {
      intent: waiting,
      charge: null,
      events: [{ type: 'payment_intent.requires_action', object: waiting }],
      answer: { status: 200, body: JSON.stringify(waiting) },
    }
  }
  const decline = declines[method.behaviour]
  if (decline !== undefined) return settleDeclined(intent, newCharge(intent, method, decline, now), decline)

  const charge = newCharge(intent, method, null, now)
  const paid: PaymentIntent = {
    ...intent,
    status: 'succeeded',
    payment_method: method.id,
    next_action: null,
    last_payment_error: null,
    amount_received: intent.amount,
    latest_charge: charge.id,
  }
  return {
    intent: paid,
    charge,
    events: [
      { type: 'payment_intent.succeeded', object: paid },
      ...(charge.disputed ? [{ type: 'charge.dispute.created', object: disputeOf(charge, now) } as const] : []),
    ],
    answer: { status: 200, body: JSON.stringify(paid) },
  }
}
