import { createHash } from 'node:crypto'
import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { estimateArrival } from '@makegood/core/delivery/estimate-arrival'
import type { Prisma } from '../../generated/prisma/client.ts'
import { demoLoginId } from '../demo-logins.ts'
import type { StoryOrder } from './plan-story.ts'
import { isPaid, isReturned, movedAt } from './read-story-order.ts'
import { personIdOf } from './story-ids.ts'

const currency = 'KRW'
const minuteMs = 60 * 1000
const hourMs = 60 * minuteMs

/** Whose a guest's order is. */
export const visitorHashOf = ({ email }: StoryOrder['person']): string =>
  createHash('sha256').update(email).digest('hex')

/** An order as it was placed; the database lets it move from there only. */
export const toOrder = (order: StoryOrder): Prisma.OrderCreateManyInput => {
  const { person, lines: _, moves: __, ...own } = order
  const arrival = estimateArrival({ method: 'standard', country: person.country }, order.placedAt, defaultDeliveryTerms)
  return {
    id: own.id,
    userId: person.member ? personIdOf(person.email) : null,
    visitorHash: person.member ? null : visitorHashOf(person),
    status: 'PENDING',
    currency,
    goodsMinor: own.goodsMinor,
    discountMinor: own.discountMinor,
    deliveryMinor: own.deliveryMinor,
    totalMinor: own.totalMinor,
    couponClaimId: own.coupon?.claimId ?? null,
    email: person.email,
    locale: person.locale,
    recipient: person.name,
    phone: person.phone,
    postcode: person.postcode,
    address1: person.address1,
    address2: person.address2,
    country: person.country,
    arrivesFrom: new Date(arrival.from),
    arrivesTo: new Date(arrival.to),
    requestHash: '',
    correlationId: own.correlationId,
    placedAt: own.placedAt,
    updatedAt: own.placedAt,
  }
}

export const toLines = (order: StoryOrder): Prisma.OrderLineCreateManyInput[] =>
  order.lines.map(({ priceMinor, available: _, ...line }, position) => ({
    ...line,
    orderId: order.id,
    position,
    unitPriceMinor: priceMinor,
    returnQuantity: isReturned(order) ? line.quantity : 0,
  }))

export const toHistory = (order: StoryOrder): Prisma.OrderHistoryCreateManyInput[] => {
  const { id: orderId, placedAt, moves, person } = order
  const shopperId = person.member ? personIdOf(person.email) : null
  const idOf = { shopper: shopperId, operator: demoLoginId('operations'), system: null, carrier: null }
  return [
    {
      orderId,
      version: 1,
      fromStatus: null,
      toStatus: 'PENDING',
      reason: 'placed',
      mover: 'shopper',
      moverId: shopperId,
      at: placedAt,
    },
    ...moves.map(({ to, reason, mover, at }, index) => ({
      orderId,
      version: index + 2,
      fromStatus: moves[index - 1]?.to ?? 'PENDING',
      toStatus: to,
      reason,
      mover,
      moverId: idOf[mover],
      at,
    })),
  ]
}

/** What an order holds of the stock, or has sold. */
export const toReservations = (order: StoryOrder): Prisma.StockReservationCreateManyInput[] => {
  const { id: orderId, paymentId, placedAt, status, lines, trouble } = order
  if (status === 'PENDING') return []
  // The goods of a refund that was refused go back to the shelf once its saga goes on.
  const sold = isPaid(order) && (status !== 'CANCELLED' || trouble === 'refund-refused')
  const held = status === 'STOCK_RESERVED' || status === 'PAYMENT_PROCESSING'
  return lines.map(({ variantId, quantity }) => ({
    orderId,
    variantId,
    quantity,
    status: sold ? 'CONFIRMED' : held ? 'HELD' : 'RELEASED',
    paymentId: sold ? paymentId : null,
    restocked: status === 'REFUNDED' ? quantity : 0,
    expiresAt: new Date(placedAt.getTime() + 30 * minuteMs),
    createdAt: placedAt,
  }))
}

const limitOf = {
  STOCK_RESERVED: { kind: 'reservation', since: 'stock-reserved', hours: 0.5 },
  PAID: { kind: 'confirmation', since: 'paid', hours: 24 },
  CONFIRMED: { kind: 'shipping-start', since: 'confirmed', hours: 48 },
  PREPARING: { kind: 'shipping-start', since: 'confirmed', hours: 48 },
  DELIVERED: { kind: 'completion', since: 'delivered', hours: 7 * 24 },
} as const

/** The time limit that is still to come of an order that waits for somebody, or that comes back when its payment is undone. */
export const toLimits = (order: StoryOrder): Prisma.OrderLimitCreateManyInput[] => {
  const { id: orderId, status, placedAt } = order
  if (status === 'PAYMENT_PROCESSING') {
    const dueAt = new Date(placedAt.getTime() + 30 * minuteMs)
    return [{ orderId, kind: 'reservation', dueAt, settledAt: movedAt(order, 'payment-opened'), outcome: 'moot' }]
  }
  if (!Object.hasOwn(limitOf, status)) return []
  const { kind, since, hours } = limitOf[status as keyof typeof limitOf]
  const from = movedAt(order, since) ?? order.placedAt
  return [{ orderId, kind, dueAt: new Date(from.getTime() + hours * hourMs) }]
}
