import type { Deps } from '../../saga/deps.ts'
import type { SagaDefinition } from '../../saga/saga-definition.ts'
import { cancelUnreservedOrderStep } from './cancel-unreserved-order.ts'
import { reserveStockStep } from './reserve-stock.ts'

export type ReserveOrderData = { readonly orderId: string }

/** Puts an order's stock aside, or cancels the order with every short line named. One saga for each order. */
export const reserveOrder = ({ policy }: Deps): SagaDefinition<ReserveOrderData> => ({
  name: 'reserve-order',
  startedBy: 'order/created',
  forward: [reserveStockStep(policy)],
  settle: refusal => [cancelUnreservedOrderStep(refusal)],
  stopsOnCancel: false,
})
