import type { ErrorCode } from '../errors.ts'
import type { OrderStatus } from './order-states.ts'

export type RefundFacts = {
  readonly status: OrderStatus
  readonly cancelling: boolean
  readonly returning: boolean
  /** What is left of the payment; null where nothing was paid. */
  readonly leftMinor: bigint | null
}

/**
 * Why a part of an order's money cannot be given back now; null where it can. Before the parcel is on its way the order is
 * cancelled instead, which gives everything back; while a return is under way its refund would come on top.
 */
export const findRefundRefusal = ({ status, cancelling, returning, leftMinor }: RefundFacts): ErrorCode | null => {
  if (cancelling) return 'cancel-in-progress'
  if (!['SHIPPING', 'DELIVERED', 'COMPLETED'].includes(status) || returning) return 'refund-not-possible'
  return leftMinor === null || leftMinor === 0n ? 'refund-too-large' : null
}
