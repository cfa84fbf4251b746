import type { OrderView, ProgressStage } from '@makegood/core/order/views'

/** The reasons for a failed payment that the shop has words for. */
export const declineReasons = [
  'card-declined',
  'insufficient-funds',
  'expired-card',
  'incorrect-cvc',
  'authentication-required',
  'payment-method-invalid',
  'gateway-trouble',
] as const
export type DeclineWords = (typeof declineReasons)[number] | 'other'

export const declineWords = (reason: string | null): DeclineWords =>
  declineReasons.find(known => known === reason) ?? 'other'

/** The reasons for a cancelled order that the shop has words for. */
export const cancelReasons = [
  'reservation-expired',
  'payment-expired',
  'shopper-cancelled',
  'operator-cancelled',
] as const
export type CancelWords = (typeof cancelReasons)[number] | 'other'

export const cancelWords = (reason: string | null): CancelWords =>
  cancelReasons.find(known => known === reason) ?? 'other'

/** The last failed payment, where the shopper has not paid since: what the card form must explain. */
export const openDecline = (order: OrderView): ProgressStage | null => {
  if (!order.canPay) return null
  return order.progress.findLast(stage => stage.id === 'payment-failed') ?? null
}

/** The words for where the order stands as a whole. */
export const headlineOf = (order: OrderView) => {
  if (order.status !== 'CANCELLED') return order.status
  return order.shortLines.length > 0 ? 'SOLD_OUT' : 'CANCELLED'
}
