import type { RefundStatus } from '@makegood/core/ports/payment-gateway'

/** How a refund stands; whatever Stripe has not finished is pending. */
export const readRefundStatus = (refund: { readonly status: string | null }): RefundStatus => {
  if (refund.status === 'succeeded') return 'succeeded'
  return refund.status === 'failed' || refund.status === 'canceled' ? 'failed' : 'pending'
}
