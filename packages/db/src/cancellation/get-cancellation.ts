import type { Mover, OrderStatus, TransitionReason } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'

export type CancellationRow = {
  readonly id: string
  readonly status: 'REQUESTED' | 'DONE' | 'REFUSED'
  readonly fromStatus: OrderStatus
  readonly reason: TransitionReason
  readonly mover: Mover
  readonly moverId: string | null
  /** What the shop keeps, as it was when it was asked for. */
  readonly feeMinor: bigint
  readonly orderStatus: OrderStatus
  readonly orderVersion: number
}

/** A cancellation with its order, whose row is locked until the caller's transaction ends. */
export const getCancellation = async (tx: Tx, orderId: string, cancellationId: string): Promise<CancellationRow> => {
  const rows = await tx.$queryRaw<CancellationRow[]>`
    select c.id, c.status, c.from_status as "fromStatus", c.reason, c.mover, c.mover_id as "moverId",
      c.fee_minor as "feeMinor",
      o.status as "orderStatus", o.version as "orderVersion"
    from cancellation c join "order" o on o.id = c.order_id
    where c.id = ${cancellationId} and c.order_id = ${orderId} for update of o`
  const row = rows[0]
  if (!row) throw new Error(`no cancellation ${cancellationId} of ${orderId}`)
  return row
}
