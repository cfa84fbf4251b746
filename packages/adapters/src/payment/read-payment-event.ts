import { currencies, money } from '@makegood/core/money/money'
import { z } from 'zod'
import { chargeMetadata, refundMetadata } from './charge-metadata.ts'
import type { PaymentEvent } from './payment-event.ts'
import { readDecline } from './read-decline.ts'
import { readRefundStatus } from './read-refund.ts'

type Told<Event = PaymentEvent> = Event extends PaymentEvent ? Omit<Event, 'id' | 'createdAt' | 'livemode'> : never

const minor = z.number().int().nonnegative()
const currency = z.string().toUpperCase().pipe(z.enum(currencies))
const reference = z.union([z.string(), z.object({ id: z.string() }).transform(object => object.id)])
const intentFields = { id: z.string().min(1), amount: minor, currency, metadata: chargeMetadata }

const envelope = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  created: z.number().int(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})

const succeeded = z.object({ ...intentFields, amount_received: minor }).transform(
  ({ id, amount_received, currency, metadata }): Told => ({
    type: 'payment_intent.succeeded',
    ...metadata,
    chargeRef: id,
    amount: money(BigInt(amount_received), currency),
  }),
)

const failed = z
  .object({
    ...intentFields,
    last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
  })
  .transform(
    ({ id, amount, currency, metadata, last_payment_error: error }): Told => ({
      type: 'payment_intent.payment_failed',
      ...metadata,
      ...readDecline(error?.code, error?.decline_code),
      chargeRef: id,
      amount: money(BigInt(amount), currency),
    }),
  )

const waiting = z
  .object({ ...intentFields, next_action: z.object({ redirect_to_url: z.object({ url: z.string() }) }) })
  .transform(
    ({ id, amount, currency, metadata, next_action }): Told => ({
      type: 'payment_intent.requires_action',
      ...metadata,
      actionUrl: next_action.redirect_to_url.url,
      chargeRef: id,
      amount: money(BigInt(amount), currency),
    }),
  )

const cancelled = z.object({ ...intentFields, cancellation_reason: z.string().nullish() }).transform(
  ({ id, amount, currency, metadata, cancellation_reason }): Told => ({
    type: 'payment_intent.canceled',
    ...metadata,
    gatewayCode: cancellation_reason ?? 'canceled',
    chargeRef: id,
    amount: money(BigInt(amount), currency),
  }),
)

const refundedCharge = z
  .object({ payment_intent: reference, amount: minor, amount_refunded: minor, currency, metadata: chargeMetadata })
  .transform(
    ({ payment_intent, amount, amount_refunded, currency, metadata }): Told => ({
      type: 'charge.refunded',
      ...metadata,
      chargeRef: payment_intent,
      amount: money(BigInt(amount), currency),
      refunded: money(BigInt(amount_refunded), currency),
    }),
  )

const changedRefund = (type: 'refund.updated' | 'refund.failed') =>
  z
    .object({
      id: z.string().min(1),
      payment_intent: reference,
      amount: minor,
      currency,
      status: z.string().nullable(),
      failure_reason: z.string().nullish(),
      metadata: refundMetadata,
    })
    .transform(
      (refund): Told => ({
        type,
        ...refund.metadata,
        refundRef: refund.id,
        chargeRef: refund.payment_intent,
        amount: money(BigInt(refund.amount), refund.currency),
        status: readRefundStatus(refund),
        gatewayCode: refund.failure_reason ?? null,
      }),
    )

const dispute = z
  .object({ id: z.string().min(1), payment_intent: reference, amount: minor, currency, reason: z.string() })
  .transform(
    ({ id, payment_intent, amount, currency, reason }): Told => ({
      type: 'charge.dispute.created',
      disputeRef: id,
      chargeRef: payment_intent,
      amount: money(BigInt(amount), currency),
      gatewayCode: reason,
    }),
  )

const readers = new Map<string, z.ZodType<Told>>([
  ['payment_intent.succeeded', succeeded],
  ['payment_intent.payment_failed', failed],
  ['payment_intent.requires_action', waiting],
  ['payment_intent.canceled', cancelled],
  ['charge.refunded', refundedCharge],
  ['refund.updated', changedRefund('refund.updated')],
  ['refund.failed', changedRefund('refund.failed')],
  ['charge.dispute.created', dispute],
])

/**
 * Reads a checked event into the shop's own form. An event whose object does not carry the shop's ids belongs to someone
 * else who uses the same account, and is `other`. Null: not an event at all.
 */
export const readPaymentEvent = (input: unknown): PaymentEvent | null => {
  const outer = envelope.safeParse(input)
  if (!outer.success) return null
  const { id, type, created, livemode, data } = outer.data
  const base = { id, createdAt: new Date(created * 1000), livemode }
  const read = readers.get(type)?.safeParse(data.object)
  return read?.success ? { ...base, ...read.data } : { ...base, type: 'other', gatewayType: type }
}
