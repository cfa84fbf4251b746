import type { Mover, OrderStatus, TransitionReason } from '@makegood/core/order/order-states'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** One move of an order: to where, why, by whom, and how many seconds after the one before, at least and at most. */
export type StoryMove = {
  readonly to: OrderStatus
  readonly reason: TransitionReason
  readonly mover: Mover
  readonly after: readonly [number, number]
}

const move = (to: OrderStatus, reason: TransitionReason, mover: Mover, least: number, most: number): StoryMove => ({
  to,
  reason,
  mover,
  after: [least, most],
})

const reserved = [move('STOCK_RESERVED', 'stock-reserved', 'system', 0.1, 0.4)]
const opened = [...reserved, move('PAYMENT_PROCESSING', 'payment-opened', 'shopper', 40, 6 * minute)]
const declined = [...opened, move('STOCK_RESERVED', 'payment-failed', 'system', 1, 3)]
const paid = [...opened, move('PAID', 'paid', 'system', 0.8, 2.5)]
const confirmed = [...paid, move('CONFIRMED', 'confirmed', 'system', 0.1, 0.5)]
const preparing = [...confirmed, move('PREPARING', 'shipment-registered', 'system', hour, 9 * hour)]
const shipping = [...preparing, move('SHIPPING', 'handed-over', 'carrier', 2 * hour, 20 * hour)]
const delivered = [...shipping, move('DELIVERED', 'delivered', 'carrier', 18 * hour, 40 * hour)]
const given = [...delivered, move('RETURNED', 'return-accepted', 'operator', 4 * hour, 30 * hour)]

/** How an order of the story went; the name says how it ended. */
export const ways = {
  pending: [],
  reserved,
  paid,
  confirmed,
  preparing,
  shipping,
  delivered,
  'completed-by-shopper': [...delivered, move('COMPLETED', 'purchase-confirmed', 'shopper', day, 3 * day)],
  'completed-by-time': [...delivered, move('COMPLETED', 'purchase-confirmed', 'system', 7 * day, 7 * day + 1)],
  'paid-at-second-try': [
    ...declined,
    ...preparing.slice(1),
    ...shipping.slice(preparing.length),
    ...delivered.slice(shipping.length),
  ],
  expired: [...reserved, move('CANCELLED', 'reservation-expired', 'system', 30 * minute, 30 * minute + 1)],
  'never-paid': [...declined, move('CANCELLED', 'reservation-expired', 'system', 28 * minute, 30 * minute)],
  'cancelled-by-shopper': [
    ...confirmed,
    move('CANCELLED', 'cancelled-before-preparation', 'shopper', 10 * minute, 50 * minute),
  ],
  'cancelled-by-operator': [...preparing, move('CANCELLED', 'operator-cancelled', 'operator', hour, 3 * hour)],
  returned: given,
  refunded: [...given, move('REFUNDED', 'refunded', 'system', 2 * day, 3 * day)],
  processing: opened,
  late: [...declined, move('CANCELLED', 'reservation-expired', 'system', 28 * minute, 30 * minute)],
} as const satisfies Record<string, readonly StoryMove[]>

export type WayName = keyof typeof ways

/** The longest that this way can take, in seconds. */
export const longestOf = (way: WayName): number => ways[way].reduce((sum, { after }) => sum + after[1], 0)
