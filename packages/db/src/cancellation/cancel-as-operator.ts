import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import type { SeenOrder } from '../order/assert-seen.ts'
import { requestCancellation } from './request-cancellation.ts'

export type OperatorCancellation = SeenOrder & {
  readonly cancellationId: string
  readonly operatorId: string
  /** Why, for the shop's own books. */
  readonly reason: string
  /** What the shopper is told; may be empty. */
  readonly note: string
}

/**
 * An operator asks for an order to be cancelled, in preparation too, once for one client-made id, with its audit entry. The
 * shopper gets everything back. Refused where the order has left the state that the operator saw. The same request again changes nothing.
 */
export const cancelAsOperator = (db: Db, request: OperatorCancellation): Promise<void> =>
  inTransaction(db, async tx => {
    const { orderId, seenVersion, cancellationId, operatorId, reason, note } = request
    const asked = { orderId, seenVersion, cancellationId, by: 'operator', moverId: operatorId, note } as const
    const before = await countCancellations(tx, orderId)
    await requestCancellation(tx, { ...asked, policy: { cancelFeePercent: 0 } })
    if ((await countCancellations(tx, orderId)) === before) return
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'order.cancel',
      orderId,
      subject: cancellationId,
      reason,
      details: { note },
    })
  })

/** Of an order whose row is locked, so that the count cannot change but by this transaction. */
const countCancellations = async (tx: Tx, orderId: string): Promise<number> => {
  await tx.$queryRaw`select 1 from "order" where id = ${orderId} for update`
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from cancellation where order_id = ${orderId}`
  return row?.count ?? 0
}
