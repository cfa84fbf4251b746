import type { Tx } from '../client.ts'

/** The order's version behind a payment that took the money, locked; null where the order is no longer this payment's to move. */
export const getPaidPayment = async (
  tx: Tx,
  orderId: string,
  paymentId: string,
): Promise<{ readonly orderVersion: number } | null> => {
  const rows = await tx.$queryRaw<{ orderVersion: number }[]>`
    select o.version as "orderVersion" from payment p join "order" o on o.id = p.order_id
    where p.id = ${paymentId} and p.order_id = ${orderId} and p.status = 'SUCCEEDED' and o.status = 'PAYMENT_PROCESSING'
    for update of o`
  return rows[0] ?? null
}
