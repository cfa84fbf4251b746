import type { OrderStatus, TransitionReason } from '@makegood/core/order/order-states'
import type { StoryOrder } from './plan-story.ts'

/** When an order of the story moved for this reason the last time; null where it never did. */
export const movedAt = ({ moves }: StoryOrder, reason: TransitionReason): Date | null =>
  moves.findLast(move => move.reason === reason)?.at ?? null

export const isPaid = (order: StoryOrder): boolean => movedAt(order, 'paid') !== null

/** An order that was paid and then cancelled, or given back as a whole: its money went back, or is owed. */
export const isGivenBack = (order: StoryOrder): boolean =>
  isPaid(order) && (order.status === 'CANCELLED' || order.status === 'REFUNDED')

export const isReturned = ({ status }: StoryOrder): boolean => status === 'RETURNED' || status === 'REFUNDED'

const withParcel: readonly OrderStatus[] = ['PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED']
export const hasParcel = (order: StoryOrder): boolean =>
  withParcel.includes(order.status) || order.way === 'cancelled-by-operator'

/** What goes back: everything of a cancelled order, the goods of one that was given back. */
export const givenBackMinor = ({ status, totalMinor, goodsMinor }: StoryOrder): bigint =>
  status === 'CANCELLED' ? totalMinor : goodsMinor

export const lastMoveAt = ({ moves, placedAt }: StoryOrder): Date => moves.at(-1)?.at ?? placedAt
