import type { Tx } from '../client.ts'

/** True where this payment is the order's newest attempt: an older attempt no longer has a say in the order. */
export const isLatestPayment = async (tx: Tx, orderId: string, paymentId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from payment where order_id = ${orderId} order by attempt desc limit 1`
  return rows[0]?.id === paymentId
}
