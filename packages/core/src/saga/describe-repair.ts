import { type Consequences, messageOf } from '../console/consequences.ts'
import type { WireMoney } from '../money/wire-money.ts'
import type { OrderStatus } from '../order/order-states.ts'
import type { RepairedSaga } from './decide-repair.ts'
import type { SagaName } from './saga-starts.ts'
import { stepEffects } from './step-effects.ts'

/** A saga's steps in their order, as its definition has them, and what settles it once all is undone. */
export type SagaPlan = { readonly forward: readonly PlannedStep[]; readonly settle: readonly PlannedStep[] }

/** `conditional`: a step that is left out where it has nothing to do. */
export type PlannedStep = { readonly stepId: string; readonly conditional: boolean }

/** `certain: false` where it is not known beforehand whether the step has anything to do. */
export type RepairStep = { readonly stepId: string; readonly certain: boolean }

/** What the saga is about: the money of each leg, and the goods. */
export type SagaStakes = {
  readonly card: WireMoney | null
  readonly wallet: WireMoney | null
  readonly goods: readonly { readonly variantId: string; readonly name: string; readonly quantity: number }[]
}

const toCome = (saga: RepairedSaga, steps: readonly PlannedStep[]): readonly RepairStep[] =>
  steps.filter(step => !isDone(saga, step.stepId)).map(step => ({ stepId: step.stepId, certain: !step.conditional }))

/** Where an order must be for a saga of it to go on before its pivot; elsewhere it turns round by itself. */
const worksOn: Readonly<Partial<Record<SagaName, OrderStatus>>> = {
  'reserve-order': 'PENDING',
  'pay-order': 'PAYMENT_PROCESSING',
  'fulfil-order': 'CONFIRMED',
}

const hasMovedOn = ({ name, steps }: RepairedSaga, orderStatus: OrderStatus | null): boolean =>
  worksOn[name] !== undefined &&
  orderStatus !== null &&
  orderStatus !== worksOn[name] &&
  !steps.some(step => step.kind === 'pivot' && step.status === 'DONE')

/** The steps that a saga will take when it goes on from where it stopped, with its order where it is now. */
export const planRetry = (
  saga: RepairedSaga,
  plan: SagaPlan,
  orderStatus: OrderStatus | null,
): readonly RepairStep[] => {
  const ahead = toCome(saga, plan.forward)
  // Where nothing is left to do the saga ends well, wherever its order is by now.
  const turnsRound = saga.direction === 'UNDOING' || (ahead.length > 0 && hasMovedOn(saga, orderStatus))
  return turnsRound ? planUndo(saga, plan) : ahead
}

/** What will be undone, the last first, when a saga turns round, and what then settles it. */
export const planUndo = (saga: RepairedSaga, plan: SagaPlan): readonly RepairStep[] => [
  ...saga.steps
    .filter(step => step.kind === 'undoable' && step.status !== 'REFUSED' && step.undoStatus !== 'DONE')
    .sort((a, b) => b.position - a.position)
    .map(step => ({ stepId: `undo:${step.stepId}`, certain: step.status === 'DONE' })),
  ...toCome(saga, plan.settle),
]

const isDone = (saga: RepairedSaga, stepId: string): boolean =>
  saga.steps.some(step => step.stepId === stepId && step.status === 'DONE')

/** What these steps will do to money, stock and parcels, and what the shopper will be told. */
export const consequencesOf = (steps: readonly RepairStep[], { card, wallet, goods }: SagaStakes): Consequences => {
  const effects = steps.flatMap(({ stepId }) => stepEffects[stepId] ?? [])
  return {
    money: effects.flatMap(({ money }) => {
      const amount = money?.includes('card') ? card : wallet
      return money && amount && amount.amountMinor !== '0' ? [{ what: money, amount }] : []
    }),
    stock: effects.flatMap(({ stock }) => (stock ? goods.map(line => ({ what: stock, ...line })) : [])),
    parcels: effects.flatMap(({ parcel }) => parcel ?? []),
    messages: effects.flatMap(({ tells }) => (tells ? messageOf(tells) : [])),
  }
}
