import type { OrderView } from '@makegood/core/order/views'
import { toWire } from './line-views.ts'

/** What an order's row says of its delivery; the days as the database writes them, such as `2026-11-26`. */
export type DeliveryRow = {
  readonly deliveryMethod: string
  readonly deliveryMinor: bigint
  readonly arrivesFrom: string | null
  readonly arrivesTo: string | null
  readonly currency: string
}

/** How an order travels, what that costs, and when it shall be there; nothing of the last for orders from before promises. */
export const toDeliveryView = (row: DeliveryRow): OrderView['delivery'] => ({
  // The column's check holds the methods; the procedure's output schema looks once more.
  method: row.deliveryMethod as OrderView['delivery']['method'],
  price: toWire(row.deliveryMinor, row.currency),
  arrival: row.arrivesFrom && row.arrivesTo ? { from: row.arrivesFrom, to: row.arrivesTo } : null,
})
