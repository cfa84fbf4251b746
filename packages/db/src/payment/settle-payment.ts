import type { Tx } from '../client.ts'

/** Records the gateway's charge on an open payment, once; throws where the payment is not open, because then it is another's. */
export const markPaymentSucceeded = async (tx: Tx, paymentId: string, chargeRef: string): Promise<void> => {
  const changed = await tx.$executeRaw`
    update payment set status = 'SUCCEEDED', charge_ref = ${chargeRef}, settled_at = now()
    where id = ${paymentId} and status = 'OPEN'`
  if (changed !== 1) throw new Error(`payment ${paymentId} is not open`)
}

/** Records that the charge of this payment was given back, once. A second call with the same reference changes nothing. */
export const markPaymentRefunded = async (
  tx: Tx,
  payment: { readonly paymentId: string; readonly chargeRef: string; readonly refundRef: string },
): Promise<void> => {
  const changed = await tx.$executeRaw`
    update payment set status = 'REFUNDED', charge_ref = ${payment.chargeRef}, refund_ref = ${payment.refundRef}, settled_at = now()
    where id = ${payment.paymentId}
      and (status in ('OPEN', 'SUCCEEDED') or (status = 'REFUNDED' and refund_ref = ${payment.refundRef}))`
  if (changed !== 1) throw new Error(`payment ${payment.paymentId} cannot become refunded`)
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

/** Records that a charge which came after its attempt was given up has been refunded. */
export const markLateChargeRefunded = async (
  tx: Tx,
  payment: { readonly paymentId: string; readonly chargeRef: string; readonly refundRef: string },
): Promise<void> => {
  await tx.$executeRaw`
    update payment set status = 'REFUNDED', charge_ref = ${payment.chargeRef}, refund_ref = ${payment.refundRef}
    where id = ${payment.paymentId} and status in ('DECLINED', 'FAILED')`
}
