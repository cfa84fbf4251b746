import type { EventName } from '@makegood/core/events/catalogue'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import type { Refusal, SagaStep, StepInput } from './step-types.ts'

/** Why a saga turned round, and at which step. */
export type SagaRefusal = Refusal & { readonly step: string }

/**
 * A saga as data: what begins it and its steps. Before its pivot a refusal or a failure for good turns it round: what was
 * begun is undone in reverse, then `settle` says what is true of the order now. From the pivot on there is no way back: a
 * step is tried until it is done, and what fails for good waits for a person.
 */
export type SagaDefinition<Data> = {
  readonly name: SagaName
  readonly startedBy: EventName
  readonly forward: readonly SagaStep<Data>[]
  /** Forward-only steps after everything is undone. */
  settle(refusal: SagaRefusal): readonly SagaStep<Data>[]
  /** True where an open request to cancel the order stops the saga before its next step, up to its pivot. */
  readonly stopsOnCancel: boolean
  /** True for a refusal that a person must answer: the saga stops where it is, with nothing undone. */
  holdsOn?(refusal: SagaRefusal): boolean
  /** Keeps two sagas from working side by side on one thing; the database guards too, so losing it does no harm. */
  readonly lock?: SagaLock<Data>
}

export type SagaLock<Data> = {
  take(input: StepInput<Data>): Promise<boolean>
  release(input: StepInput<Data>): Promise<void>
}

/** Where in the forward steps the way back ends: the pivot's place, or behind the last step where there is none. */
export const pivotIndex = (steps: readonly SagaStep<never>[] | readonly { readonly kind: string }[]): number => {
  const index = steps.findIndex(step => step.kind === 'pivot')
  return index < 0 ? steps.length : index
}
