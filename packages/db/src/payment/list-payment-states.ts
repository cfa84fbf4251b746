import type { Tx } from '../client.ts'

export type PaymentState = {
  readonly id: string
  readonly orderId: string
  readonly status: 'OPEN' | 'SUCCEEDED' | 'DECLINED' | 'FAILED' | 'REFUNDED'
  readonly chargeRef: string | null
}

/** The states of these payments, by id; unknown ids are left out. */
export const listPaymentStates = async (db: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PaymentState>> => {
  const rows = await db.$queryRaw<PaymentState[]>`
    select id, order_id as "orderId", status, charge_ref as "chargeRef" from payment where id = any(${ids})`
  return new Map(rows.map(row => [row.id, row]))
}
