import type { OrderStatus, TransitionReason } from './order-states.ts'

/** Who asks for an order to be cancelled: its shopper, an operator, or a time limit. */
export type Canceller = 'shopper' | 'operator' | 'system'

export type CancellationDecision =
  | { readonly allowed: true; readonly reason: TransitionReason; readonly feePercent: number }
  | { readonly allowed: false; readonly refusal: 'order-dispatched' | 'order-not-cancellable' }

type Row = { readonly reason: Readonly<Partial<Record<Canceller, TransitionReason>>>; readonly fee?: true }

const rows: Readonly<Partial<Record<OrderStatus, Row>>> = {
  STOCK_RESERVED: {
    reason: {
      shopper: 'cancelled-before-payment',
      operator: 'cancelled-before-payment',
      system: 'reservation-expired',
    },
  },
  PAYMENT_PROCESSING: {
    reason: { shopper: 'cancelled-before-payment', operator: 'cancelled-before-payment', system: 'payment-expired' },
  },
  PAID: {
    reason: {
      shopper: 'cancelled-before-confirmation',
      operator: 'cancelled-before-confirmation',
      system: 'confirmation-expired',
    },
  },
  CONFIRMED: {
    reason: { shopper: 'cancelled-before-preparation', operator: 'cancelled-before-preparation' },
    fee: true,
  },
  PREPARING: { reason: { operator: 'operator-cancelled' } },
}

/**
 * Whether an order in this state may be cancelled by this person, with which reason, and what share the shop keeps. The
 * fee is for shoppers only: an operator who cancels does not charge for it. What has been dispatched is returned instead.
 */
export const decideCancellation = (
  status: OrderStatus,
  by: Canceller,
  policy: { readonly cancelFeePercent: number },
): CancellationDecision => {
  const row = rows[status]
  const reason = row?.reason[by]
  if (row && reason)
    return { allowed: true, reason, feePercent: row.fee && by === 'shopper' ? policy.cancelFeePercent : 0 }
  const dispatched = status === 'SHIPPING' || status === 'DELIVERED'
  return { allowed: false, refusal: dispatched ? 'order-dispatched' : 'order-not-cancellable' }
}
