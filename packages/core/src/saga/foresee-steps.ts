import { type Consequences, messageOf } from '../console/consequences.ts'
import type { WireMoney } from '../money/wire-money.ts'
import type { RepairStep } from './describe-repair.ts'
import { effectOf, type StepEffect, type StepFacts } from './step-effects.ts'

/** What the saga is about: the money of each leg, the goods, and what else decides what its steps do. */
export type SagaStakes = {
  readonly facts: StepFacts
  readonly card: WireMoney | null
  readonly wallet: WireMoney | null
  readonly goods: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[]
}

/** What will be done, and what only where it turns out to be needed. */
export type Foreseen = { readonly consequences: Consequences; readonly perhaps: Consequences }

/** What these steps will do to money, stock, coupon, parcels and order, and what the shopper will be told. */
export const foreseeSteps = (steps: readonly RepairStep[], stakes: SagaStakes): Foreseen => {
  const effects = steps.map(({ stepId, certain }) => ({ certain, ...effectOf(stepId, stakes.facts) }))
  const isCertain = ({ certain, findsOut }: (typeof effects)[number]) => certain && !findsOut
  const consequences = toConsequences(effects.filter(isCertain), stakes)
  const perhaps = toConsequences(
    effects.filter(effect => !isCertain(effect)),
    stakes,
  )
  return { consequences, perhaps: without(perhaps, consequences) }
}

const toConsequences = (effects: readonly StepEffect[], { card, wallet, goods }: SagaStakes): Consequences => ({
  money: onlyOnce(
    effects.flatMap(({ money }) => {
      const amount = money?.includes('card') ? card : wallet
      return money && amount && amount.amountMinor !== '0' ? [{ what: money, amount }] : []
    }),
  ),
  stock: onlyOnce(effects.flatMap(({ stock }) => (stock ? goods.map(line => ({ what: stock, ...line })) : []))),
  coupons: effects.flatMap(({ coupon }) => coupon ?? []),
  parcels: onlyOnce(effects.flatMap(({ parcel }) => parcel ?? [])),
  states: effects.flatMap(({ state }) => state ?? []),
  messages: onlyOnce(effects.flatMap(({ tells }) => (tells ? messageOf(tells) : []))),
})

/** The same thing is told once, whichever of several steps does it: a charge that is made, or that waits for its approval. */
const onlyOnce = <Said>(all: readonly Said[]): Said[] => [
  ...new Map(all.map(said => [JSON.stringify(said), said] as const)).values(),
]

/** What is certain is not told a second time as possible. */
const without = (perhaps: Consequences, certain: Consequences): Consequences => {
  const left = <Said>(said: readonly Said[], known: readonly Said[]): Said[] => {
    const told = new Set(known.map(one => JSON.stringify(one)))
    return said.filter(one => !told.has(JSON.stringify(one)))
  }
  return {
    money: left(perhaps.money, certain.money),
    stock: left(perhaps.stock, certain.stock),
    coupons: left(perhaps.coupons, certain.coupons),
    parcels: left(perhaps.parcels, certain.parcels),
    states: left(perhaps.states, certain.states),
    messages: left(perhaps.messages, certain.messages),
  }
}
