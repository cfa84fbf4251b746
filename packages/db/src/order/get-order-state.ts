import type { OrderStatus } from '@makegood/core/order/order-states'
import type { Tx } from '../client.ts'

export type OrderState = { readonly status: OrderStatus; readonly version: number }

/** An order's state and version, its row locked until the caller's transaction ends; throws for an unknown order. */
export const getOrderState = async (tx: Tx, orderId: string): Promise<OrderState> => {
  const rows = await tx.$queryRaw<OrderState[]>`select status, version from "order" where id = ${orderId} for update`
  const row = rows[0]
  if (!row) throw new Error(`no order ${orderId}`)
  return row
}
