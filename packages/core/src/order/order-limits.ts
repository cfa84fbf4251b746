import type { OrderStatus } from './order-states.ts'

/** The time limits of an order, and the states in which each still means something. */
export const orderLimits = {
  reservation: { inStatuses: ['STOCK_RESERVED'] },
  payment: { inStatuses: ['PAYMENT_PROCESSING'] },
  confirmation: { inStatuses: ['PAID'] },
  'shipping-start': { inStatuses: ['CONFIRMED', 'PREPARING'] },
  completion: { inStatuses: ['DELIVERED'] },
} as const satisfies Record<string, { readonly inStatuses: readonly OrderStatus[] }>

export type LimitKind = keyof typeof orderLimits
