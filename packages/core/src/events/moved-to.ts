import type { OrderStatus } from '../order/order-states.ts'
import type { EventName } from './catalogue.ts'

/** The events that are written with a move of their order, and where to: who moved the order did what the event tells. */
export const movedTo = {
  'order/created': 'PENDING',
  'order/payment.requested': 'PAYMENT_PROCESSING',
  'order/taken.up': 'PAYMENT_PROCESSING',
  'order/payment': 'PAID',
  'payment/completed': 'PAID',
  'order/processed': 'CONFIRMED',
  'order/confirmed': 'CONFIRMED',
  'shipping/prepared': 'PREPARING',
  'shipping/dispatched': 'SHIPPING',
  'shipping/delivered': 'DELIVERED',
  'order/completed': 'COMPLETED',
  'order/cancelled': 'CANCELLED',
  'order/returned': 'RETURNED',
  'order/refunded': 'REFUNDED',
} as const satisfies Partial<Record<EventName, OrderStatus>>
