import type { OrderStatus, TransitionReason } from './order-states.ts'
import type { ProgressStage } from './views.ts'

export type HistoryEntry = {
  readonly toStatus: OrderStatus
  readonly reason: TransitionReason | 'placed'
  readonly at: Date
  readonly details: Readonly<Record<string, unknown>>
}

const happened: Partial<Record<HistoryEntry['reason'], ProgressStage['id']>> = {
  placed: 'placed',
  'stock-reserved': 'reserved',
  paid: 'paid',
  confirmed: 'confirmed',
  'shipment-registered': 'preparing',
  'handed-over': 'shipping',
  delivered: 'delivered',
  'purchase-confirmed': 'completed',
  'return-accepted': 'returned',
  refunded: 'refunded',
}

const ahead: Partial<Record<OrderStatus, readonly ProgressStage['id'][]>> = {
  PENDING: ['reserved', 'payment', 'confirmed', 'preparing'],
  STOCK_RESERVED: ['payment', 'confirmed', 'preparing'],
  PAYMENT_PROCESSING: ['payment', 'confirmed', 'preparing'],
  PAID: ['confirmed', 'preparing'],
  CONFIRMED: ['preparing', 'shipping'],
  PREPARING: ['shipping', 'delivered'],
  SHIPPING: ['delivered', 'completed'],
  DELIVERED: ['completed'],
  RETURNED: ['refunded'],
}

// In these states the shop is at work or waits for the shopper; in the others the next stage simply has not begun.
const underWay: readonly OrderStatus[] = ['PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'RETURNED']

/**
 * Tells an order's way from its history alone, oldest first: what happened, what failed and was undone, what is under way,
 * what is to come. Nothing is shown as done that the history does not hold.
 */
export const describeProgress = (status: OrderStatus, history: readonly HistoryEntry[]): readonly ProgressStage[] => {
  const past = history.flatMap(entry => describeEntry(entry))
  const future = (ahead[status] ?? []).map(
    (id, index): ProgressStage => ({
      id,
      state: index === 0 && underWay.includes(status) ? 'now' : 'todo',
      at: null,
      reason: null,
    }),
  )
  return [...past, ...future]
}

const describeEntry = (entry: HistoryEntry): readonly ProgressStage[] => {
  const at = entry.at.toISOString()
  const reason = typeof entry.details.reason === 'string' ? entry.details.reason : null
  if (entry.reason === 'payment-failed') return [{ id: 'payment-failed', state: 'mended', at, reason }]
  if (entry.reason === 'stock-insufficient') return [{ id: 'sold-out', state: 'stopped', at, reason: null }]
  if (entry.toStatus === 'CANCELLED') return [{ id: 'cancelled', state: 'stopped', at, reason: entry.reason }]
  const id = happened[entry.reason]
  return id ? [{ id, state: 'done', at, reason: null }] : []
}
