import { type CancelFacts, decideCancelTerms } from '../cancellation/decide-cancel-terms.ts'
import { messageOf, noConsequences } from '../console/consequences.ts'
import type { Currency } from '../money/money.ts'
import { describeMoneyBack } from '../refund/describe-money-back.ts'
import { findPausedRefusal } from './decide-pause.ts'
import type { OrderActView } from './operator-views.ts'

export type ActFacts = CancelFacts & {
  readonly paused: boolean
  readonly currency: Currency
  /** Whether a coupon went with what was paid. */
  readonly coupon: boolean
  readonly goods: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[]
}

/** What confirming an order would do now: it is confirmed, its parcel is registered, and the shopper is told. A paused one is not. */
export const describeConfirm = ({ status, cancelling, paused }: ActFacts): OrderActView => ({
  refusal: cancelling ? 'cancel-in-progress' : status === 'PAID' ? findPausedRefusal(paused) : 'order-not-confirmable',
  consequences: {
    ...noConsequences,
    parcels: ['registered'],
    states: ['CONFIRMED'],
    messages: [messageOf('order/confirmed')],
  },
})

/** What an operator's cancelling would do now: all money back without a fee, the goods for sale again, the coupon free, the parcel recalled. */
export const describeCancel = (facts: ActFacts): OrderActView => {
  const terms = decideCancelTerms(facts, 'operator', { cancelFeePercent: 0 })
  if (!terms.allowed) return { refusal: terms.refusal, consequences: noConsequences }
  return {
    refusal: null,
    consequences: {
      ...noConsequences,
      money: describeMoneyBack(terms, facts.currency),
      stock: facts.goods.map(line => ({ what: 'for-sale-again', ...line })),
      coupons: facts.coupon ? ['coupon-free-again'] : [],
      parcels: facts.status === 'PREPARING' ? ['cancelled'] : [],
      states: ['CANCELLED'],
      messages: [messageOf('order/cancelled')],
    },
  }
}
