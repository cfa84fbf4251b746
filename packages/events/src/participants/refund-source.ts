import type { RefundSource } from '@makegood/db/refund/plan-refund'
import type { CancelOrderData } from '../sagas/cancel-order/cancel-order-data.ts'
import type { ReturnOrderData } from '../sagas/return-order/return-order-data.ts'

/** The input of the sagas that give money back. */
export type UndoOrderData = CancelOrderData | ReturnOrderData

/** What money goes back for. */
export const refundSourceOf = (data: UndoOrderData): RefundSource =>
  'returnId' in data
    ? { source: 'return', sourceId: data.returnId }
    : { source: 'cancellation', sourceId: data.cancellationId }
