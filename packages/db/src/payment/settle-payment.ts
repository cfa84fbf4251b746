import type { Tx } from '../client.ts'

/** Records the gateway's charge on an open payment, once; throws where the payment is not open, because then it is another's. */
export const markPaymentCharged = async (tx: Tx, paymentId: string, chargeRef: string): Promise<void> => {
  const changed = await tx.$executeRaw`
    update payment set charge_ref = ${chargeRef}, action_url = null
    where id = ${paymentId} and status = 'OPEN' and (charge_ref is null or charge_ref = ${chargeRef})`
  if (changed !== 1) throw new Error(`payment ${paymentId} is not open`)
}

/**
 * A payment has taken all its legs, once: OPEN -> SUCCEEDED, with the order's row locked. Null where the order is no longer
 * this payment's to move, or the card was not charged.
 */
export const markPaymentSucceeded = async (
  tx: Tx,
  orderId: string,
  paymentId: string,
): Promise<{ readonly orderVersion: number; readonly amountMinor: bigint } | null> => {
  const orders = await tx.$queryRaw<{ orderVersion: number }[]>`
    select version as "orderVersion" from "order" where id = ${orderId} and status = 'PAYMENT_PROCESSING' for update`
  const [order] = orders
  if (!order) return null
  const rows = await tx.$queryRaw<{ amountMinor: bigint }[]>`
    update payment set status = 'SUCCEEDED', settled_at = now()
    where id = ${paymentId} and order_id = ${orderId} and status = 'OPEN' and (card_minor = 0 or charge_ref is not null)
    returning amount_minor as "amountMinor"`
  return rows[0] ? { ...order, ...rows[0] } : null
}

/** Ends an attempt that took no money. A payment that was refunded keeps that state and only gains the reason. */
export const markPaymentFailed = async (
  tx: Tx,
  payment: {
    readonly paymentId: string
    readonly status: 'DECLINED' | 'FAILED'
    readonly reason: string
    readonly gatewayCode: string | null
  },
): Promise<void> => {
  await tx.$executeRaw`
    update payment set status = case when status = 'OPEN' then ${payment.status} else status end,
      failure_reason = ${payment.reason}, gateway_code = ${payment.gatewayCode}, settled_at = coalesce(settled_at, now())
    where id = ${payment.paymentId} and status in ('OPEN', 'REFUNDED')`
}
