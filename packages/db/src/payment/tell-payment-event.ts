import type { Db, Tx } from '../client.ts'
import { inTransaction } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'

type PaymentRow = { orderId: string; status: string; givingUp: boolean; correlationId: string }

/**
 * Tells the shop that something happened to a payment's charge at the gateway: an open payment is woken, and a charge that
 * took money for an attempt that was given up begins the saga that settles it. Throws while the attempt is being given up,
 * whose undo may have asked the gateway before it knew of the charge: it must be told again. Answers what it did, for the log.
 */
export const tellPaymentEvent = (db: Db, paymentId: string, chargeRef: string | null): Promise<string> =>
  inTransaction(db, async tx => {
    const payment = await lockPayment(tx, paymentId)
    if (!payment) return 'no such payment'
    const { orderId, status, givingUp, correlationId } = payment
    if (status === 'OPEN') {
      if (givingUp && chargeRef !== null) throw new Error(`payment ${paymentId} is being given up with ${chargeRef}`)
      await appendEvents(tx, correlationId, [newEvent('payment/changed', { orderId, paymentId })])
      return 'payment woken'
    }
    if (chargeRef === null || (status !== 'DECLINED' && status !== 'FAILED')) return 'nothing to do'
    await appendEvents(tx, correlationId, [newEvent('payment/late', { orderId, paymentId, chargeRef })])
    return 'late payment'
  })

const lockPayment = async (tx: Tx, paymentId: string): Promise<PaymentRow | null> => {
  const rows = await tx.$queryRaw<PaymentRow[]>`
    select p.order_id as "orderId", p.status, o.correlation_id as "correlationId",
      exists (select 1 from saga s where s.id = 'pay-order:' || p.id and s.direction = 'UNDOING') as "givingUp"
    from payment p join "order" o on o.id = p.order_id where p.id = ${paymentId} for update of p`
  return rows[0] ?? null
}

/** The order that a charge paid for; null where no payment of the shop knows it. */
export const findOrderOfCharge = async (db: Tx, chargeRef: string): Promise<string | null> => {
  const rows = await db.$queryRaw<{ orderId: string }[]>`
    select order_id as "orderId" from payment where charge_ref = ${chargeRef}`
  return rows[0]?.orderId ?? null
}
