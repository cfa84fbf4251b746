import type { RefundSource } from '@makegood/db/refund/plan-refund'
import type { CancelOrderData } from '../sagas/cancel-order/cancel-order-data.ts'
import type { RefundOrderData } from '../sagas/refund-order/refund-order-data.ts'
import type { ReturnOrderData } from '../sagas/return-order/return-order-data.ts'

/** The input of the sagas that give money back. */
export type UndoOrderData = CancelOrderData | ReturnOrderData | RefundOrderData

/** What money goes back for. */
export const refundSourceOf = (data: UndoOrderData): RefundSource => {
  if ('returnId' in data) return { source: 'return', sourceId: data.returnId }
  if ('refundRequestId' in data) return { source: 'operator', sourceId: data.refundRequestId }
  return { source: 'cancellation', sourceId: data.cancellationId }
}
