import type { WireMoney } from '@makegood/core/money/wire-money'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { KeptEvent } from '@makegood/core/saga/foresee-event'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { isFurther, statusOfEvent } from '../shipment/parcel-places.ts'
import type { ShipmentStatus } from '../shipment/settle-shipment.ts'

type Kept = { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }
type Webhook = { readonly provider: string; readonly type: string; readonly body: string }
type Body = {
  readonly data?: { readonly shipmentRef?: unknown; readonly object?: { readonly metadata?: Metadata | null } }
}
type Metadata = { readonly paymentId?: unknown }

/** What the message of an incident is about, as it is now; null where no message from outside is kept. */
export const readKeptEvent = async (
  db: Tx,
  event: Kept | null,
  orderStatus: OrderStatus | null,
): Promise<KeptEvent | null> => {
  if (event?.name !== 'webhook/received') return null
  const { provider, eventId } = event.payload
  const [webhook] = await db.$queryRaw<Webhook[]>`
    select provider, type, body from webhook_inbox
    where provider = ${String(provider)} and event_id = ${String(eventId)} and handled_at is null`
  if (!webhook) return null
  const body = JSON.parse(webhook.body) as Body
  return {
    provider: webhook.provider,
    type: webhook.type,
    orderStatus,
    parcel: await readParcel(db, webhook.type, body),
    payment: await readPayment(db, body),
  }
}

const readParcel = async (db: Tx, type: string, { data }: Body): Promise<KeptEvent['parcel']> => {
  const to = statusOfEvent(type)
  if (to === null || typeof data?.shipmentRef !== 'string') return null
  const [parcel] = await db.$queryRaw<{ kind: string; status: ShipmentStatus }[]>`
    select kind, status from shipment where shipment_ref = ${data.shipmentRef}`
  return parcel ? { delivery: parcel.kind === 'DELIVERY', ahead: isFurther(to, parcel.status) } : null
}

const readPayment = async (db: Tx, { data }: Body): Promise<KeptEvent['payment']> => {
  const paymentId = data?.object?.metadata?.paymentId
  if (typeof paymentId !== 'string') return null
  const [payment] = await db.$queryRaw<{ status: string; cardMinor: bigint; currency: string }[]>`
    select status, card_minor as "cardMinor", currency from payment where id = ${paymentId}`
  if (!payment || !['OPEN', 'DECLINED', 'FAILED'].includes(payment.status)) return null
  const card: WireMoney = toWire(payment.cardMinor, payment.currency)
  return { card, open: payment.status === 'OPEN' }
}
