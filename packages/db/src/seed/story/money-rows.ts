import type { Prisma } from '../../generated/prisma/client.ts'
import { demoLoginId } from '../demo-logins.ts'
import { seedId } from '../seed-id.ts'
import type { StoryOrder } from './plan-story.ts'
import { givenBackMinor, isGivenBack, isPaid, isReturned, lastMoveAt, movedAt } from './read-story-order.ts'
import { cancellationIdOf, personIdOf, refundIdOf, refundRefOf, returnIdOf } from './story-ids.ts'

const currency = 'KRW'
const paymentMethod = 'pm_card_visa'

/** The attempts to pay an order, the declined one before the one that went through. */
export const toPayments = (order: StoryOrder): Prisma.PaymentCreateManyInput[] => {
  const opened = order.moves.filter(move => move.reason === 'payment-opened')
  return opened.map(({ at: openedAt }, index) => {
    const isLast = index === opened.length - 1
    const common = {
      id: isLast ? order.paymentId : seedId('payment', `${order.id} ${index}`),
      orderId: order.id,
      attempt: index + 1,
      amountMinor: order.totalMinor,
      cardMinor: order.totalMinor,
      currency,
      paymentMethod,
      openedAt,
    }
    if (isLast && isPaid(order))
      return {
        ...common,
        status: 'SUCCEEDED',
        chargeRef: order.chargeRef,
        settledAt: movedAt(order, 'paid'),
        cardRefundedMinor: isGivenBack(order) ? givenBackMinor(order) : 0n,
      }
    if (isLast && order.trouble === 'undo-charge') return { ...common, status: 'OPEN' }
    const settledAt = movedAt(order, 'payment-failed')
    return order.trouble === 'late-charge'
      ? { ...common, status: 'FAILED', failureReason: 'step-failed', settledAt }
      : { ...common, status: 'DECLINED', failureReason: 'card-declined', gatewayCode: 'card_declined', settledAt }
  })
}

/** What an operator who cancelled wrote to the shopper. */
export const cancelNoteOf = ({ way }: StoryOrder): string =>
  way === 'cancelled-by-operator' ? '포장하다가 금이 간 것을 찾았습니다' : ''

export const toCancellations = (order: StoryOrder): Prisma.CancellationCreateManyInput[] => {
  if (order.status !== 'CANCELLED' || !isPaid(order)) return []
  const byOperator = order.way === 'cancelled-by-operator'
  const at = lastMoveAt(order)
  const open = order.trouble === 'refund-refused'
  return [
    {
      id: cancellationIdOf(order),
      orderId: order.id,
      fromStatus: byOperator ? 'PREPARING' : 'CONFIRMED',
      status: open ? 'REQUESTED' : 'DONE',
      reason: order.moves.at(-1)?.reason ?? '',
      note: cancelNoteOf(order),
      mover: byOperator ? 'operator' : 'shopper',
      moverId: byOperator ? demoLoginId('operations') : order.person.member ? personIdOf(order.person.email) : null,
      waiveFee: true,
      requestedAt: at,
      endedAt: open ? null : at,
    },
  ]
}

export const toReturns = (order: StoryOrder): Prisma.ReturnRequestCreateManyInput[] => {
  const acceptedAt = movedAt(order, 'return-accepted')
  if (!isReturned(order) || !acceptedAt) return []
  const refundedAt = movedAt(order, 'refunded')
  return [
    {
      id: returnIdOf(order),
      orderId: order.id,
      status: refundedAt ? 'REFUNDED' : 'ACCEPTED',
      reason: 'changed-mind',
      note: order.person.locale === 'ko' ? '생각한 것보다 커서 돌려보냅니다.' : 'Larger than I thought.',
      whole: true,
      requestedBy: 'shopper',
      decisionReason: '상자에 그대로 있습니다',
      decidedBy: demoLoginId('operations'),
      refundMinor: order.goodsMinor,
      requestedAt: new Date(acceptedAt.getTime() - 3_600_000),
      decidedAt: acceptedAt,
      pickedUpAt: refundedAt,
      receivedAt: refundedAt,
      refundedAt,
    },
  ]
}

export const toReturnLines = (order: StoryOrder): Prisma.ReturnLineCreateManyInput[] =>
  isReturned(order)
    ? order.lines.map(({ variantId, quantity, priceMinor }) => ({
        returnId: returnIdOf(order),
        variantId,
        quantity,
        refundMinor: priceMinor * BigInt(quantity),
        restocked: order.status === 'REFUNDED' ? quantity : 0,
      }))
    : []

export const toRefunds = (order: StoryOrder): Prisma.RefundCreateManyInput[] => {
  if (!isGivenBack(order)) return []
  const cancelled = order.status === 'CANCELLED'
  const planned = order.trouble === 'refund-refused'
  const at = lastMoveAt(order)
  return [
    {
      id: refundIdOf(order),
      orderId: order.id,
      paymentId: order.paymentId,
      source: cancelled ? 'cancellation' : 'return',
      sourceId: cancelled ? cancellationIdOf(order) : returnIdOf(order),
      leg: 'card',
      amountMinor: givenBackMinor(order),
      currency,
      status: planned ? 'PLANNED' : 'DONE',
      gatewayRef: planned ? null : refundRefOf(order),
      createdAt: at,
      doneAt: planned ? null : at,
    },
  ]
}
