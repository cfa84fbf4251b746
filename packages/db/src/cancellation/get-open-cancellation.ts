import type { Mover, TransitionReason } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'

export type OpenCancellation = {
  readonly id: string
  readonly reason: TransitionReason
  readonly mover: Mover
  readonly moverId: string | null
}

/** The request to cancel this order that is not settled yet; null where there is none. Lock the order's row first. */
export const getOpenCancellation = async (tx: Tx, orderId: string): Promise<OpenCancellation | null> => {
  const rows = await tx.$queryRaw<OpenCancellation[]>`
    select id, reason, mover, mover_id as "moverId" from cancellation where order_id = ${orderId} and status = 'REQUESTED'`
  return rows[0] ?? null
}
