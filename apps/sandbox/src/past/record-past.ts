import type { Pool } from 'pg'
import { z } from 'zod'
import { parcelKinds } from '../carrier/shipment-moves.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { type Charge, newIntent, type PaymentIntent, type Refund, seconds } from '../gateway/stripe-objects.ts'

const text = z.string().min(1).max(255)
const at = z.iso.datetime()
const rowsMax = 10_000

/** What a shop had charged, refunded and sent before its sandbox was there to see it. */
export const pastInput = z.strictObject({
  charges: z
    .array(
      z.strictObject({
        ref: text,
        key: text,
        orderId: text,
        paymentId: text,
        amount: z.int().positive(),
        currency: z.literal('krw'),
        at,
        refund: z.strictObject({ ref: text, amount: z.int().positive() }).nullable(),
      }),
    )
    .max(rowsMax),
  parcels: z
    .array(
      z.strictObject({
        ref: text,
        key: text,
        orderId: text,
        trackingNo: text,
        kind: z.enum(parcelKinds),
        status: z.enum(['registered', 'in-transit', 'delivered', 'lost', 'returned', 'cancelled']),
        at,
      }),
    )
    .max(rowsMax),
})
export type Past = z.output<typeof pastInput>
type PastCharge = Past['charges'][number]

const card = { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034 }

const toObjects = ({ ref, key, orderId, paymentId, amount, currency, refund, ...past }: PastCharge) => {
  const now = new Date(past.at).getTime()
  const metadata = { key, orderId, paymentId }
  const chargeId = ref.replace(/^pi_/, 'ch_')
  const form = {
    amount,
    currency,
    metadata,
    transfer_group: key,
    payment_method: 'pm_card_visa',
    confirm: true,
    error_on_requires_action: false,
  }
  const intent: PaymentIntent = {
    ...newIntent(form, now),
    id: ref,
    amount_received: amount,
    latest_charge: chargeId,
    status: 'succeeded',
  }
  const charge: Charge = {
    id: chargeId,
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: refund?.amount ?? 0,
    captured: true,
    created: seconds(now),
    currency,
    description: null,
    disputed: false,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata,
    outcome: { network_status: 'approved_by_network', reason: null, type: 'authorized' },
    paid: true,
    payment_intent: ref,
    payment_method: 'pm_card_visa',
    payment_method_details: { type: 'card', card },
    refunded: refund?.amount === amount,
    status: 'succeeded',
    transfer_group: key,
  }
  const given: Refund | null = refund && {
    id: refund.ref,
    object: 'refund',
    amount: refund.amount,
    charge: chargeId,
    created: seconds(now),
    currency,
    metadata,
    payment_intent: ref,
    reason: null,
    status: 'succeeded',
  }
  return { intent, charge, refund: given }
}

/** Writes what is told, each charge and parcel once however often it is told; nothing of it is told to the shop. */
export const recordPast = async (pool: Pool, { charges, parcels }: Past): Promise<void> => {
  const objects = charges.map(toObjects)
  const refunds = objects.flatMap(({ refund }) => (refund ? [refund] : []))
  await inTransaction(pool, async client => {
    await client.query(
      `insert into payment_intent (id, object) select o ->> 'id', o from jsonb_array_elements($1::jsonb) as o
       on conflict (id) do nothing`,
      [JSON.stringify(objects.map(({ intent }) => intent))],
    )
    await client.query(
      `insert into charge (id, object) select o ->> 'id', o from jsonb_array_elements($1::jsonb) as o
       on conflict (id) do nothing`,
      [JSON.stringify(objects.map(({ charge }) => charge))],
    )
    await client.query(
      `insert into refund (id, charge_id, object) select o ->> 'id', o ->> 'charge', o from jsonb_array_elements($1::jsonb) as o
       on conflict (id) do nothing`,
      [JSON.stringify(refunds)],
    )
    await client.query(
      `with told as (
         insert into shipment (ref, key, fingerprint, answer, order_id, tracking_no, kind, status, parcel, items, created_at, moved_at, resting)
         select p.ref, p.key, '', '', p."orderId", p."trackingNo", p.kind, p.status, '{}', 1, p.at, p.at, true
         from jsonb_to_recordset($1::jsonb) as p(ref text, key text, "orderId" text, "trackingNo" text, kind text, status text, at timestamptz)
         on conflict do nothing returning ref, status, moved_at
       )
       insert into shipment_event (shipment_ref, status, at) select ref, status, moved_at from told`,
      [JSON.stringify(parcels)],
    )
  })
}
