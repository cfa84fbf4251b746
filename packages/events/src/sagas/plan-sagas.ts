import type { PlannedStep, SagaPlan } from '@makegood/core/saga/describe-repair'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import { participants as allParticipants } from '../participants/participants.ts'
import type { Deps } from '../saga/deps.ts'
import type { SagaStep } from '../saga/step-types.ts'
import { createSagas } from './create-sagas.ts'

export type SagaPlans = ReadonlyMap<SagaName, SagaPlan>

/** The steps of every saga in their order, for people who must decide how a saga that stopped goes on. */
export const planSagas = (deps: Deps, participants = allParticipants): SagaPlans =>
  new Map(
    createSagas(deps, participants).map(saga => {
      const settle = saga.settle({ reason: 'operator-undo', step: saga.forward[0]?.id ?? '' })
      return [saga.name, { forward: saga.forward.map(toPlanned), settle: settle.map(toPlanned) }] as const
    }),
  )

const toPlanned = (step: SagaStep<never>): PlannedStep => ({
  stepId: step.id,
  skips: step.skip ? (input, results) => step.skip?.(input as never, results) === true : null,
})
