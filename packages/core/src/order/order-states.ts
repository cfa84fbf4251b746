/** Who or what may move an order. `system` is a saga or a job. */
export type Mover = 'system' | 'shopper' | 'operator' | 'carrier'

export const orderStatuses = [
  'PENDING',
  'STOCK_RESERVED',
  'PAYMENT_PROCESSING',
  'PAID',
  'CONFIRMED',
  'PREPARING',
  'SHIPPING',
  'DELIVERED',
  'COMPLETED',
  'RETURNED',
  'REFUNDED',
  'CANCELLED',
] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** One row of the table of order states: from, to, why, and who may do it. */
export type Transition = {
  readonly from: OrderStatus
  readonly to: OrderStatus
  readonly reason: string
  readonly movers: readonly Mover[]
}

/** Every way an order may move. The database holds the same pairs (`order_transition`) and refuses any other. */
export const orderTransitions = [
  { from: 'PENDING', to: 'STOCK_RESERVED', reason: 'stock-reserved', movers: ['system'] },
  { from: 'PENDING', to: 'CANCELLED', reason: 'stock-insufficient', movers: ['system'] },
  { from: 'PENDING', to: 'CANCELLED', reason: 'reservation-failed', movers: ['system'] },
  { from: 'STOCK_RESERVED', to: 'PAYMENT_PROCESSING', reason: 'payment-opened', movers: ['shopper', 'system'] },
  { from: 'STOCK_RESERVED', to: 'CANCELLED', reason: 'reservation-expired', movers: ['system'] },
  { from: 'STOCK_RESERVED', to: 'CANCELLED', reason: 'cancelled-before-payment', movers: ['shopper', 'operator'] },
  { from: 'PAYMENT_PROCESSING', to: 'PAID', reason: 'paid', movers: ['system'] },
  { from: 'PAYMENT_PROCESSING', to: 'STOCK_RESERVED', reason: 'payment-failed', movers: ['system'] },
  { from: 'PAYMENT_PROCESSING', to: 'CANCELLED', reason: 'payment-expired', movers: ['system'] },
  { from: 'PAYMENT_PROCESSING', to: 'CANCELLED', reason: 'cancelled-before-payment', movers: ['shopper', 'operator'] },
  { from: 'PAID', to: 'CONFIRMED', reason: 'confirmed', movers: ['system', 'operator'] },
  { from: 'PAID', to: 'CANCELLED', reason: 'cancelled-before-confirmation', movers: ['shopper', 'operator'] },
  { from: 'PAID', to: 'CANCELLED', reason: 'confirmation-expired', movers: ['system'] },
  { from: 'CONFIRMED', to: 'PREPARING', reason: 'shipment-registered', movers: ['system'] },
  { from: 'CONFIRMED', to: 'CANCELLED', reason: 'cancelled-before-preparation', movers: ['shopper', 'operator'] },
  { from: 'PREPARING', to: 'SHIPPING', reason: 'handed-over', movers: ['operator', 'carrier'] },
  { from: 'PREPARING', to: 'CANCELLED', reason: 'operator-cancelled', movers: ['operator'] },
  { from: 'SHIPPING', to: 'DELIVERED', reason: 'delivered', movers: ['carrier'] },
  { from: 'SHIPPING', to: 'RETURNED', reason: 'return-accepted', movers: ['operator'] },
  { from: 'DELIVERED', to: 'COMPLETED', reason: 'purchase-confirmed', movers: ['shopper', 'system'] },
  { from: 'DELIVERED', to: 'RETURNED', reason: 'return-accepted', movers: ['operator'] },
  { from: 'RETURNED', to: 'REFUNDED', reason: 'refunded', movers: ['system'] },
] as const satisfies readonly Transition[]

export type TransitionReason = (typeof orderTransitions)[number]['reason']

export const initialStatus: OrderStatus = 'PENDING'
export const finalStatuses: readonly OrderStatus[] = ['COMPLETED', 'REFUNDED', 'CANCELLED']

/** True exactly for the pairs of the table. */
export const canTransition = (from: OrderStatus, to: OrderStatus): boolean =>
  orderTransitions.some(row => row.from === from && row.to === to)
