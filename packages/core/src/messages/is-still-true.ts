import type { OrderStatus } from '../order/order-states.ts'
import type { MessageTemplate } from './message-data.ts'

/** In which states of its order a message says what still is so; one that is not here says what does not change. */
const trueIn: Partial<Record<MessageTemplate, readonly OrderStatus[]>> = {
  'order-confirmed': ['CONFIRMED', 'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED'],
  'order-taken-up-again': ['STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING'],
  'order-cancelled': ['CANCELLED'],
  'order-shipped': ['SHIPPING'],
  'order-delivered': ['DELIVERED'],
  'return-accepted': ['RETURNED'],
  'return-rejected': ['SHIPPING', 'DELIVERED', 'COMPLETED'],
}

/** Whether a message may go out once more: nobody is told of a cancelled order that it is confirmed. */
export const isStillTrue = (template: string, status: OrderStatus): boolean => {
  const states = trueIn[template as MessageTemplate]
  return states === undefined || states.includes(status)
}
