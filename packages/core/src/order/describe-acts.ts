import { type CancelFacts, decideCancelTerms } from '../cancellation/decide-cancel-terms.ts'
import { messageOf, noConsequences } from '../console/consequences.ts'
import type { Currency } from '../money/money.ts'
import { toWireMoney } from '../money/wire-money.ts'
import type { OrderActView } from './operator-views.ts'

export type ActFacts = CancelFacts & {
  readonly currency: Currency
  readonly goods: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[]
}

/** What confirming an order would do now: its parcel is registered, and the shopper is told. */
export const describeConfirm = ({ status, cancelling }: ActFacts): OrderActView => ({
  refusal: cancelling ? 'cancel-in-progress' : status === 'PAID' ? null : 'order-not-confirmable',
  consequences: { ...noConsequences, parcels: ['registered'], messages: [messageOf('order/confirmed')] },
})

/** What an operator's cancelling would do now: all money back without a fee, the goods for sale again, the parcel recalled. */
export const describeCancel = (facts: ActFacts): OrderActView => {
  const terms = decideCancelTerms(facts, 'operator', { cancelFeePercent: 0 })
  if (!terms.allowed) return { refusal: terms.refusal, consequences: noConsequences }
  const back = (what: 'back-to-card' | 'back-to-wallet', amountMinor: bigint) =>
    amountMinor > 0n ? [{ what, amount: toWireMoney({ amountMinor, currency: facts.currency }) }] : []
  return {
    refusal: null,
    consequences: {
      money: [...back('back-to-card', terms.cardMinor), ...back('back-to-wallet', terms.walletMinor)],
      stock: facts.goods.map(line => ({ what: 'for-sale-again', ...line })),
      parcels: facts.status === 'PREPARING' ? ['cancelled'] : [],
      messages: [messageOf('order/cancelled')],
    },
  }
}
