import type { Tx } from '../client.ts'

export type OpenPaymentRow = {
  readonly paymentId: string
  readonly orderId: string
  readonly orderVersion: number
  readonly cardMinor: bigint
  readonly walletMinor: bigint
  readonly currency: string
  readonly paymentMethod: string | null
  /** Set where the card leg was charged already. */
  readonly chargeRef: string | null
}

/** The payment with its order, locked for the caller's transaction; null where the attempt is no longer the open one. */
export const getOpenPayment = async (tx: Tx, orderId: string, paymentId: string): Promise<OpenPaymentRow | null> => {
  const rows = await tx.$queryRaw<OpenPaymentRow[]>`
    select p.id as "paymentId", p.order_id as "orderId", o.version as "orderVersion", p.card_minor as "cardMinor",
      p.wallet_minor as "walletMinor", p.currency, p.payment_method as "paymentMethod",
      p.charge_ref as "chargeRef"
    from payment p join "order" o on o.id = p.order_id
    where p.id = ${paymentId} and p.order_id = ${orderId} and p.status = 'OPEN' and o.status = 'PAYMENT_PROCESSING'
    for update of o`
  return rows[0] ?? null
}
