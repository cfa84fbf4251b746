import { makeId } from './make-id.ts'
import type { CreateIntentForm } from './requests.ts'

/** The version of Stripe's API whose shapes these are. */
export const apiVersion = '2026-10-28.endive'

type Metadata = Readonly<Record<string, string>>
export type CardFace = {
  readonly brand: string
  readonly last4: string
  readonly expMonth: number
  readonly expYear: number
}

export type PaymentError = {
  readonly type: 'card_error'
  readonly code: string
  readonly decline_code?: string
  readonly message: string
  readonly charge?: string
}

type IntentStatus = 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'

export type PaymentIntent = {
  readonly id: string
  readonly object: 'payment_intent'
  readonly amount: number
  readonly amount_capturable: 0
  readonly amount_received: number
  readonly canceled_at: number | null
  readonly cancellation_reason: string | null
  readonly capture_method: 'automatic'
  readonly client_secret: string
  readonly confirmation_method: 'automatic'
  readonly created: number
  readonly currency: string
  readonly customer: null
  readonly description: string | null
  readonly last_payment_error: PaymentError | null
  readonly latest_charge: string | null
  readonly livemode: false
  readonly metadata: Metadata
  readonly next_action: {
    readonly type: 'redirect_to_url'
    readonly redirect_to_url: { readonly url: string; readonly return_url: string }
  } | null
  readonly payment_method: string | null
  readonly allowed_payment_method_types: readonly ['card'] | null
  readonly payment_method_types: readonly ['card']
  readonly status: IntentStatus
  readonly transfer_group: string | null
}

export type Charge = {
  readonly id: string
  readonly object: 'charge'
  readonly amount: number
  readonly amount_captured: number
  readonly amount_refunded: number
  readonly captured: boolean
  readonly created: number
  readonly currency: string
  readonly description: string | null
  readonly disputed: boolean
  readonly failure_code: string | null
  readonly failure_message: string | null
  readonly livemode: false
  readonly metadata: Metadata
  readonly outcome: { readonly network_status: string; readonly reason: string | null; readonly type: string }
  readonly paid: boolean
  readonly payment_intent: string
  readonly payment_method: string
  readonly payment_method_details: {
    readonly type: 'card'
    readonly card: {
      readonly brand: string
      readonly last4: string
      readonly exp_month: number
      readonly exp_year: number
    }
  }
  readonly refunded: boolean
  readonly status: 'succeeded' | 'failed'
  readonly transfer_group: string | null
}

export type Refund = {
  readonly id: string
  readonly object: 'refund'
  readonly amount: number
  readonly charge: string
  readonly created: number
  readonly currency: string
  readonly metadata: Metadata
  readonly payment_intent: string
  readonly reason: string | null
  readonly status: 'pending' | 'succeeded' | 'failed'
  readonly failure_reason?: string
}

export type Dispute = {
  readonly id: string
  readonly object: 'dispute'
  readonly amount: number
  readonly charge: string
  readonly created: number
  readonly currency: string
  readonly is_charge_refundable: false
  readonly livemode: false
  readonly metadata: Metadata
  readonly payment_intent: string
  readonly reason: string
  readonly status: 'needs_response'
}

export const seconds = (now: number): number => Math.floor(now / 1000)

export const newIntent = (form: CreateIntentForm, now: number): PaymentIntent => {
  const id = makeId('pi', now)
  return {
    id,
    object: 'payment_intent',
    amount: form.amount,
    amount_capturable: 0,
    amount_received: 0,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: `${id}_secret_${makeId('pi', now).slice(-15)}`,
    confirmation_method: 'automatic',
    created: seconds(now),
    currency: form.currency,
    customer: null,
    description: form.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: form.metadata ?? {},
    next_action: null,
    payment_method: form.payment_method ?? null,
    allowed_payment_method_types: form.allowed_payment_method_types === undefined ? null : ['card'],
    payment_method_types: ['card'],
    status: form.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    transfer_group: form.transfer_group ?? null,
  }
}

export const paymentMethodObject = (id: string, card: CardFace, now: number) => ({
  id,
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  billing_details: { address: null, email: null, name: null, phone: null },
  card: {
    brand: card.brand,
    country: 'US',
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: 'credit',
    last4: card.last4,
  },
  created: seconds(now),
  customer: null,
  livemode: false,
  metadata: {},
  type: 'card',
})
