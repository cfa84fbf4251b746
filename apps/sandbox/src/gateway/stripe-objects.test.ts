import type Stripe from 'stripe'
import { expectTypeOf, test } from 'vitest'
import type { Charge, PaymentIntent, Refund } from './stripe-objects.ts'

test('every field of an intent, a charge and a refund is one of Stripe’s own', () => {
  expectTypeOf<Exclude<keyof PaymentIntent, keyof Stripe.PaymentIntent>>().toBeNever()
  expectTypeOf<Exclude<keyof Charge, keyof Stripe.Charge>>().toBeNever()
  expectTypeOf<Exclude<keyof Refund, keyof Stripe.Refund>>().toBeNever()
})

test('what the shop reads of them has Stripe’s type', () => {
  type IntentRead =
    | 'id'
    | 'object'
    | 'amount'
    | 'currency'
    | 'status'
    | 'amount_received'
    | 'metadata'
    | 'transfer_group'
  expectTypeOf<Pick<PaymentIntent, IntentRead>>().toExtend<Pick<Stripe.PaymentIntent, IntentRead>>()
  type ChargeRead =
    | 'id'
    | 'object'
    | 'amount'
    | 'amount_refunded'
    | 'currency'
    | 'status'
    | 'metadata'
    | 'transfer_group'
    | 'refunded'
  expectTypeOf<Pick<Charge, ChargeRead>>().toExtend<Pick<Stripe.Charge, ChargeRead>>()
  type RefundRead = 'id' | 'object' | 'amount' | 'charge' | 'status' | 'metadata'
  expectTypeOf<Pick<Refund, RefundRead>>().toExtend<Pick<Stripe.Refund, RefundRead>>()
})
