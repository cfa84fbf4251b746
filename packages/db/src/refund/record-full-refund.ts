import { newId } from '@makegood/core/ids'
import type { Currency } from '@makegood/core/money/money'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { finishRefundAgain } from './refund-again.ts'

export type FullRefund = {
  readonly paymentId: string
  /** `undo` where a saga took its own charge back, `late` where the charge came after its attempt was given up. */
  readonly source: 'undo' | 'late'
  readonly chargeRef: string
  readonly refundRef: string
}

type RefundedPayment = { orderId: string; cardMinor: bigint; currency: Currency; correlationId: string }

/**
 * Records that the whole card leg of a payment was given back, once: the payment is REFUNDED, the refund has its row, and
 * `payment/refunded` tells it. One that did not arrive is done by the one that was made in its place. A second call changes
 * nothing; throws where the payment is another's to settle.
 */
export const recordFullRefund = async (tx: Tx, refund: FullRefund): Promise<void> => {
  const { paymentId, source, chargeRef, refundRef } = refund
  if (await finishRefundAgain(tx, refund)) return
  const rows = await tx.$queryRaw<RefundedPayment[]>`
    update payment p set status = 'REFUNDED', charge_ref = ${chargeRef}, refund_ref = ${refundRef},
      card_refunded_minor = p.card_minor, settled_at = coalesce(p.settled_at, now())
    from "order" o
    where p.id = ${paymentId} and o.id = p.order_id
      and p.status = any(${source === 'undo' ? ['OPEN', 'SUCCEEDED'] : ['DECLINED', 'FAILED']})
    returning p.order_id as "orderId", p.card_minor as "cardMinor", p.currency, o.correlation_id as "correlationId"`
  const [row] = rows
  if (!row) {
    const known = await tx.$queryRaw<unknown[]>`
      select 1 from payment where id = ${paymentId} and status = 'REFUNDED' and refund_ref = ${refundRef}`
    if (known.length > 0) return
    throw new Error(`payment ${paymentId} cannot become refunded`)
  }
  const { orderId, cardMinor, currency, correlationId } = row
  await tx.$executeRaw`
    insert into refund (id, order_id, payment_id, source, source_id, leg, amount_minor, currency, status, gateway_ref, done_at)
    values (${newId('refund', new Date())}, ${orderId}, ${paymentId}, ${source}, ${paymentId}, 'card', ${cardMinor},
      ${currency}, 'DONE', ${refundRef}, now())`
  const amount = toWireMoney({ amountMinor: cardMinor, currency })
  await appendEvents(tx, correlationId, [
    newEvent('payment/refunded', { orderId, paymentId, source, leg: 'card', amount }),
  ])
}
