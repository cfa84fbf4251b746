import type { Currency } from '@makegood/core/money/money'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { RefundView } from '@makegood/core/refund/views'
import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

type DoneRefund = {
  orderId: string
  paymentId: string
  source: RefundView['source']
  sourceId: string
  leg: 'card' | 'wallet'
  amountMinor: bigint
  currency: Currency
  correlationId: string
}

/**
 * Records that a refund which was planned, or had failed, has been done, once, with `payment/refunded`; with the last leg of an
 * operator's part goes `refund/finished`. A second call changes nothing.
 */
export const finishRefund = async (tx: Tx, refundId: string, gatewayRef: string | null): Promise<void> => {
  const rows = await tx.$queryRaw<DoneRefund[]>`
    update refund r set status = 'DONE', gateway_ref = ${gatewayRef}, done_at = now() from "order" o
    where r.id = ${refundId} and r.status in ('PLANNED', 'FAILED') and o.id = r.order_id
    returning r.order_id as "orderId", r.payment_id as "paymentId", r.source, r.source_id as "sourceId", r.leg, r.amount_minor as "amountMinor",
      r.currency, o.correlation_id as "correlationId"`
  for (const { correlationId, amountMinor, currency, sourceId, ...refund } of rows) {
    const { orderId, source } = refund
    const events = [newEvent('payment/refunded', { ...refund, amount: toWireMoney({ amountMinor, currency }) })]
    if (source === 'operator' && (await isWhole(tx, sourceId)))
      events.push(newEvent('refund/finished', { orderId, refundRequestId: sourceId }))
    await appendEvents(tx, correlationId, events)
  }
}

/** True where every leg of an operator's part is back. Of two legs that are done at once the second sees the first. */
const isWhole = async (tx: Tx, refundRequestId: string): Promise<boolean> => {
  await tx.$queryRaw`select 1 from refund_request where id = ${refundRequestId} for update`
  const open = await tx.$queryRaw<unknown[]>`
    select 1 from refund where source = 'operator' and source_id = ${refundRequestId} and status <> 'DONE'`
  return open.length === 0
}
