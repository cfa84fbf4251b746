import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Deps } from './deps.ts'
import type { SagaStep } from './step-types.ts'

/** The parts of a saga to which domains contribute steps. */
export type Stage = 'processing' | 'payment' | 'undo-processing' | 'undo-payment'

/**
 * A step that a domain contributes to sagas which know nothing of the domain. It lives in one file of its domain's folder
 * and exports this as `participant`; being there is all it takes to take part.
 */
export type Participant<Data> = {
  readonly takesPartIn: Readonly<Partial<Record<SagaName, Stage>>>
  /** Where in its stage: lower numbers first. */
  readonly place: number
  create(deps: Deps): SagaStep<Data>
}

/** The steps that these participants contribute to a stage of a saga, in their places. */
export const stepsOf = <Data>(
  participants: readonly Participant<never>[],
  saga: SagaName,
  stage: Stage,
  deps: Deps,
): readonly SagaStep<Data>[] =>
  participants
    .filter(participant => participant.takesPartIn[saga] === stage)
    .sort((a, b) => a.place - b.place)
    // A participant names the sagas it takes part in and so the input it is given.
    .map(participant => (participant as unknown as Participant<Data>).create(deps))
