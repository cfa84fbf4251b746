import type { OrderStatus } from '../order/order-states.ts'
import type { RecordedSagaStep, RepairedSaga } from './decide-repair.ts'
import type { SagaName } from './saga-starts.ts'

/** A saga's steps in their order, as its definition has them, and what settles it once all is undone. */
export type SagaPlan = { readonly forward: readonly PlannedStep[]; readonly settle: readonly PlannedStep[] }

type Results = Readonly<Record<string, unknown>>

/** `skips`: says, by the saga's input and what its steps have recorded, that the step has nothing to do; null where it always has. */
export type PlannedStep = {
  readonly stepId: string
  readonly skips: ((input: unknown, results: Results) => boolean) | null
}

/** A saga with what it was begun with and what its steps have recorded. */
export type PlannedSaga = Omit<RepairedSaga, 'steps'> & {
  readonly input: unknown
  readonly steps: readonly (RecordedSagaStep & { readonly result: unknown })[]
}

/** `certain: false` where it is not known beforehand whether the step has anything to do. */
export type RepairStep = { readonly stepId: string; readonly certain: boolean }

const toCome = (saga: PlannedSaga, steps: readonly PlannedStep[]): readonly RepairStep[] =>
  steps
    .filter(step => !isDone(saga, step.stepId))
    .flatMap(step => {
      const skipped = isSkipped(saga, step)
      return skipped === true ? [] : [{ stepId: step.stepId, certain: skipped === false }]
    })

const unknownYet = new Error('not recorded yet')

/** Whether the step has nothing to do; undefined where that is decided by what is not recorded yet. What was begun has. */
const isSkipped = ({ input, steps }: PlannedSaga, { stepId, skips }: PlannedStep): boolean | undefined => {
  if (!skips || steps.some(step => step.stepId === stepId)) return false
  const results = Object.fromEntries(
    steps.filter(({ status }) => status === 'DONE').map(step => [step.stepId, step.result]),
  )
  const recorded = new Proxy(results, {
    get: (all, stepId) => {
      if (typeof stepId === 'string' && Object.hasOwn(all, stepId)) return all[stepId]
      throw unknownYet
    },
  })
  try {
    return skips(input, recorded)
  } catch (error) {
    if (error === unknownYet) return undefined
    throw error
  }
}

/** Where an order must be for a saga of it to go on before its pivot; elsewhere it turns round by itself. */
const worksOn: Readonly<Partial<Record<SagaName, OrderStatus>>> = {
  'reserve-order': 'PENDING',
  'pay-order': 'PAYMENT_PROCESSING',
  'fulfil-order': 'CONFIRMED',
}

const hasMovedOn = ({ name, steps }: Pick<RepairedSaga, 'name' | 'steps'>, orderStatus: OrderStatus | null): boolean =>
  worksOn[name] !== undefined &&
  orderStatus !== null &&
  orderStatus !== worksOn[name] &&
  !steps.some(step => step.kind === 'pivot' && step.status === 'DONE')

/** The steps that a saga will take when it goes on from where it stopped, with its order where it is now. */
export const planRetry = (
  saga: PlannedSaga,
  plan: SagaPlan,
  orderStatus: OrderStatus | null,
): readonly RepairStep[] => {
  const ahead = toCome(saga, plan.forward)
  // Where nothing is left to do the saga ends well, wherever its order is by now.
  const turnsRound = saga.direction === 'UNDOING' || (ahead.length > 0 && hasMovedOn(saga, orderStatus))
  return turnsRound ? planUndo(saga, plan) : ahead
}

/** What will be undone, the last first, when a saga turns round, and what then settles it. */
export const planUndo = (saga: PlannedSaga, plan: SagaPlan): readonly RepairStep[] => [
  ...saga.steps
    .filter(step => step.kind === 'undoable' && step.status !== 'REFUSED' && step.undoStatus !== 'DONE')
    .sort((a, b) => b.position - a.position)
    .map(step => ({ stepId: `undo:${step.stepId}`, certain: step.status === 'DONE' && !isUnapproved(step) })),
  ...toCome(saga, plan.settle),
]

/** A charge that waits for its shopper's approval may never have taken anything. */
const isUnapproved = ({ result }: { readonly result: unknown }): boolean =>
  typeof result === 'object' && result !== null && 'actionUrl' in result && result.actionUrl !== null

const isDone = (saga: Pick<RepairedSaga, 'steps'>, stepId: string): boolean =>
  saga.steps.some(step => step.stepId === stepId && step.status === 'DONE')
