import type { Tx } from '../client.ts'
import type { RefundSource } from './plan-refund.ts'

export type PlannedRefund = {
  readonly id: string
  readonly orderId: string
  readonly paymentId: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly chargeRef: string | null
  readonly userId: string | null
}

/** The refund of this leg that is owed and not done, or was done and did not arrive, with what is needed to do it; null where there is none. */
export const getPlannedRefund = async (
  tx: Tx,
  { source, sourceId }: RefundSource,
  leg: 'card' | 'wallet',
): Promise<PlannedRefund | null> => {
  const rows = await tx.$queryRaw<PlannedRefund[]>`
    select r.id, r.order_id as "orderId", r.payment_id as "paymentId", r.amount_minor as "amountMinor", r.currency,
      p.charge_ref as "chargeRef", o.user_id as "userId"
    from refund r join payment p on p.id = r.payment_id join "order" o on o.id = r.order_id
    where r.source = ${source} and r.source_id = ${sourceId} and r.leg = ${leg} and r.status in ('PLANNED', 'FAILED')`
  return rows[0] ?? null
}
