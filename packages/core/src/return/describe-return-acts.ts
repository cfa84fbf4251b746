import { type Consequences, messageOf, noConsequences } from '../console/consequences.ts'
import type { Currency } from '../money/money.ts'
import { describeMoneyBack } from '../refund/describe-money-back.ts'
import { type RefundLegs, splitRefund } from '../refund/refund-rules.ts'
import type { OperatorReturnView, ReturnActView } from './operator-views.ts'
import type { ReturnStatus } from './return-reasons.ts'

export type ReturnFacts = {
  readonly status: ReturnStatus
  /** True of a return that was accepted with nothing to come back. */
  readonly withoutGoods: boolean
  /** True while something of it waits for a second pair of eyes. */
  readonly waits: boolean
  readonly refundMinor: bigint
  readonly currency: Currency
  /** What is left of the payment's legs. */
  readonly left: RefundLegs
  readonly lines: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[]
}

const decidable: readonly ReturnStatus[] = ['REQUESTED']
const receivable: readonly ReturnStatus[] = ['ACCEPTED', 'PICKED_UP']

/** What each act on a return would do now. Accepting promises the money; it goes back when the goods are here. */
export const describeReturnActs = (facts: ReturnFacts): OperatorReturnView['acts'] => {
  const money = moneyOf(facts)
  const stock = (what: Consequences['stock'][number]['what']) => facts.lines.map(line => ({ what, ...line }))
  const accepted = messageOf('return/accepted')
  const refunded = messageOf('return/refunded')
  // What the carrier has picked up meanwhile needs nobody's word any more.
  const waits = facts.waits && facts.status !== 'PICKED_UP'
  const act = (statuses: readonly ReturnStatus[], consequences: Partial<Consequences>): ReturnActView => {
    if (!statuses.includes(facts.status)) return { refusal: 'return-moved-on', consequences: noConsequences }
    return { refusal: waits ? 'approval-waiting' : null, consequences: { ...noConsequences, ...consequences } }
  }
  return {
    accept: act(decidable, {
      money,
      stock: stock('as-received'),
      parcels: ['fetched'],
      messages: [accepted, refunded],
    }),
    acceptWithoutGoods: act(decidable, { money, stock: stock('written-off'), messages: [accepted, refunded] }),
    reject: act(decidable, { messages: [messageOf('return/rejected')] }),
    receive: act(facts.withoutGoods ? [] : receivable, { money, stock: stock('as-received'), messages: [refunded] }),
  }
}

const moneyOf = ({ refundMinor, currency, left }: ReturnFacts): Consequences['money'] => {
  // What went back already is not promised a second time.
  const owed = refundMinor < left.cardMinor + left.walletMinor ? refundMinor : left.cardMinor + left.walletMinor
  return describeMoneyBack(splitRefund(owed, left), currency)
}
