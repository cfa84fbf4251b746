import type { OrderStatus } from '@makegood/core/order/order-states'

export type CancelOrderData = {
  readonly orderId: string
  readonly cancellationId: string
  readonly fromStatus: OrderStatus
}
