import { currencies, type Money, money } from '@makegood/core/money/money'
import { z } from 'zod'
import { readDecline } from './read-decline.ts'
import type { PaymentEvent } from './verify-payment-webhook.ts'

const minor = z.number().int().nonnegative()
const ours = z.object({ orderId: z.string().min(1), paymentId: z.string().min(1), key: z.string().min(1) })
const currency = z.string().toUpperCase().pipe(z.enum(currencies))
const reference = z.union([z.string(), z.object({ id: z.string() }).transform(object => object.id)])

const envelope = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  created: z.number().int(),
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})

const paidIntent = z.object({ amount_received: minor, currency, latest_charge: reference, metadata: ours })
const failedIntent = z.object({
  amount: minor,
  currency,
  latest_charge: reference.nullish(),
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish() }).nullish(),
  metadata: ours,
})
const refundedCharge = z.object({ id: z.string(), amount: minor, amount_refunded: minor, currency, metadata: ours })

const toMoney = (amount: number, code: Money['currency']): Money => money(BigInt(amount), code)

/**
 * Reads a checked event into the shop's own form. An event whose object does not carry the shop's ids belongs to someone
 * else who uses the same account, and is `other`. Null: not an event at all.
 */
export const readPaymentEvent = (input: unknown): PaymentEvent | null => {
  const outer = envelope.safeParse(input)
  if (!outer.success) return null
  const { id, type, created, livemode, data } = outer.data
  const base = { id, createdAt: new Date(created * 1000), livemode }

  if (type === 'payment_intent.succeeded') {
    const read = paidIntent.safeParse(data.object)
    if (read.success) {
      const { metadata, amount_received, currency: code, latest_charge } = read.data
      return { ...base, ...metadata, type, chargeRef: latest_charge, amount: toMoney(amount_received, code) }
    }
  }
  if (type === 'payment_intent.payment_failed') {
    const read = failedIntent.safeParse(data.object)
    if (read.success) {
      const { metadata, amount, currency: code, latest_charge, last_payment_error: error } = read.data
      const decline = readDecline(error?.code, error?.decline_code)
      return { ...base, ...metadata, ...decline, type, chargeRef: latest_charge ?? null, amount: toMoney(amount, code) }
    }
  }
  if (type === 'charge.refunded') {
    const read = refundedCharge.safeParse(data.object)
    if (read.success) {
      const { metadata, id: chargeRef, amount, amount_refunded, currency: code } = read.data
      return {
        ...base,
        ...metadata,
        type,
        chargeRef,
        amount: toMoney(amount, code),
        refunded: toMoney(amount_refunded, code),
      }
    }
  }
  return { ...base, type: 'other', gatewayType: type }
}
