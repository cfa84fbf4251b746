import type { OrderView, ProgressStage } from '@makegood/core/order/views'

/** The reasons for a failed payment that the shop has words for. */
export const declineReasons = [
  'card-declined',
  'insufficient-funds',
  'expired-card',
  'incorrect-cvc',
  'authentication-required',
  'authentication-failed',
  'approval-expired',
  'payment-method-invalid',
  'wallet-too-low',
  'coupon-not-redeemable',
  'gateway-trouble',
] as const
export type DeclineWords = (typeof declineReasons)[number] | 'other'

export const declineWords = (reason: string | null): DeclineWords =>
  declineReasons.find(known => known === reason) ?? 'other'

/** The reasons for a cancelled order that say by themselves what happened; for the rest it matters who cancelled. */
const tellingReasons = ['reservation-failed', 'reservation-expired', 'payment-expired', 'confirmation-expired'] as const
export type CancelWords = (typeof tellingReasons)[number] | 'shopper' | 'operator' | 'other'

export const cancelWords = (order: Pick<OrderView, 'cancellation'>, reason: string | null): CancelWords => {
  const telling = tellingReasons.find(known => known === reason)
  if (telling) return telling
  const by = order.cancellation?.by
  return by === 'shopper' || by === 'operator' ? by : 'other'
}

/** The last failed payment, where the shopper has not paid since: what the card form must explain. */
export const openDecline = (order: OrderView): ProgressStage | null => {
  if (!order.canPay) return null
  return order.progress.findLast(stage => stage.id === 'payment-failed') ?? null
}

type Told = Pick<OrderView, 'status' | 'shortLines' | 'takenUpBy' | 'refunds' | 'paid' | 'cancellation' | 'approval'>

/** The words for where the order stands as a whole; what they say of money is what the refunds say. */
export const headlineOf = (order: Told) => {
  if (order.status === 'CANCELLED') return cancelledHeadline(order)
  if (order.cancellation?.state === 'requested') return 'CANCELLING'
  if (order.approval) return 'APPROVAL'
  return order.status
}

const cancelledHeadline = ({ shortLines, takenUpBy, refunds, paid }: Told) => {
  if (shortLines.length > 0) return 'SOLD_OUT'
  if (takenUpBy) return 'TAKEN_UP'
  if (refunds.some(refund => refund.state === 'planned')) return 'CANCELLED_REFUNDING'
  if (refunds.length > 0) return 'CANCELLED_REFUNDED'
  return paid ? 'CANCELLED_FREE' : 'CANCELLED'
}

/** In these states the parcel is where it was going, or came back: what was promised is over. */
const arrived: readonly OrderView['status'][] = ['DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED']

/** When the parcel came, or between which days it shall come; null where neither is to be told. */
export const toldArrival = ({ status, delivery, progress }: Pick<OrderView, 'status' | 'delivery' | 'progress'>) => {
  if (status === 'CANCELLED') return null
  const cameAt = progress.find(stage => stage.id === 'delivered' && stage.state === 'done')?.at
  if (cameAt) return { kind: 'came', at: cameAt } as const
  return delivery.arrival && !arrived.includes(status) ? ({ kind: 'promised', days: delivery.arrival } as const) : null
}

/** Whether a cancelled order gives a coupon back: not where another order has taken its place, and its coupon with it. */
export const givesCouponBack = ({
  status,
  discount,
  takenUpBy,
}: Pick<OrderView, 'status' | 'discount' | 'takenUpBy'>) =>
  status === 'CANCELLED' && discount.amountMinor !== '0' && takenUpBy === null

/** How an order was paid, in words: the card, the wallet, both, or a coupon that covers it all. */
export const paidWords = ({ card, wallet }: NonNullable<OrderView['paid']>) => {
  if (card.amountMinor !== '0') return wallet.amountMinor === '0' ? 'card' : 'both'
  return wallet.amountMinor === '0' ? 'nothing' : 'wallet'
}
