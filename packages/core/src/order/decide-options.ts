import { type Canceller, decideCancellation } from './decide-cancellation.ts'
import type { OrderStatus } from './order-states.ts'

export type OptionFacts = {
  readonly status: OrderStatus
  /** True while a request to cancel the order is open. */
  readonly cancelling: boolean
  /** True while a return of the order is open. */
  readonly returning: boolean
  /** Units that are in no return. */
  readonly unitsLeft: number
}

export type OrderOptions = {
  readonly canPay: boolean
  readonly canCancel: boolean
  readonly canReturn: boolean
  readonly canConfirm: boolean
}

const shopper: Canceller = 'shopper'

/** What the shopper may do with an order at this moment; whoever does it decides once more. */
export const decideOptions = ({ status, cancelling, returning, unitsLeft }: OptionFacts): OrderOptions => ({
  canPay: status === 'STOCK_RESERVED' && !cancelling,
  canCancel: !cancelling && decideCancellation(status, shopper, { cancelFeePercent: 0 }).allowed,
  canReturn: (status === 'SHIPPING' || status === 'DELIVERED') && !returning && unitsLeft > 0,
  canConfirm: status === 'DELIVERED' && !returning,
})
