import type { Tx } from '../client.ts'
import { finishRefund } from './finish-refund.ts'

type OfPayment = { readonly paymentId: string; readonly source: 'undo' | 'late' }

/** The refund of a whole charge that did not arrive; null where none is owed. */
export const findFailedRefund = async (tx: Tx, { paymentId, source }: OfPayment): Promise<string | null> => {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    select id from refund where payment_id = ${paymentId} and source = ${source} and leg = 'card' and status = 'FAILED'`
  return row?.id ?? null
}

/** Records the refund that was made in place of one that did not arrive, once; false where none is owed. */
export const finishRefundAgain = async (
  tx: Tx,
  { paymentId, source, refundRef }: OfPayment & { readonly refundRef: string },
): Promise<boolean> => {
  const refundId = await findFailedRefund(tx, { paymentId, source })
  if (refundId === null) return false
  await tx.$executeRaw`update payment set refund_ref = ${refundRef} where id = ${paymentId} and status = 'REFUNDED'`
  await finishRefund(tx, refundId, refundRef)
  return true
}
