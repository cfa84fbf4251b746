import { type Canceller, decideCancellation } from '../order/decide-cancellation.ts'
import type { OrderStatus, TransitionReason } from '../order/order-states.ts'
import { feeOf, type RefundLegs, splitRefund } from '../refund/refund-rules.ts'

export type CancelFacts = {
  readonly status: OrderStatus
  /** True while a request to cancel the order is open. */
  readonly cancelling: boolean
  /** True where the carrier has said, to an earlier request, that it has the parcel in hand. */
  readonly parcelLeft: boolean
  /** The payment that paid the order and what is left of its legs; null where nothing was paid. */
  readonly paid: (RefundLegs & { readonly takenMinor: bigint }) | null
}

export type CancelTerms =
  | ({ readonly allowed: true; readonly reason: TransitionReason; readonly feeMinor: bigint } & RefundLegs)
  | {
      readonly allowed: false
      readonly refusal: 'order-dispatched' | 'order-not-cancellable' | 'cancel-in-progress'
    }

/** What a cancellation would come to at this moment: whether it may be asked for, what is kept, what goes back where. */
export const decideCancelTerms = (
  { status, cancelling, parcelLeft, paid }: CancelFacts,
  by: Canceller,
  policy: { readonly cancelFeePercent: number },
): CancelTerms => {
  if (cancelling) return { allowed: false, refusal: 'cancel-in-progress' }
  const decision = decideCancellation(status, by, policy)
  if (!decision.allowed) return decision
  if (parcelLeft) return { allowed: false, refusal: 'order-dispatched' }
  if (!paid) return { allowed: true, reason: decision.reason, feeMinor: 0n, cardMinor: 0n, walletMinor: 0n }
  const feeMinor = feeOf(paid.takenMinor, decision.feePercent)
  return { allowed: true, reason: decision.reason, feeMinor, ...splitRefund(paid.takenMinor - feeMinor, paid) }
}
