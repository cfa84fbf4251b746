import { participants } from '../../src/participants/participants.ts'
import type { Deps } from '../../src/saga/deps.ts'
import { pivotIndex, type SagaDefinition } from '../../src/saga/saga-definition.ts'
import { createSagas } from '../../src/sagas/create-sagas.ts'
import { type Fault, isUndoFault, stepFaults, undoFaults } from './faults.ts'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios.ts'

/** One field of the matrix: one step of one way through a saga, with one fault, and what must come of it. */
export type Cell = {
  readonly scenario: Scenario
  readonly step: string
  readonly fault: Fault
  /** How the saga ends by itself, and whether it is in front of a person then. */
  readonly ends: 'COMPLETED' | 'UNDONE' | 'NEEDS_ATTENTION'
}

type Sagas = readonly SagaDefinition<never>[]

/** The sagas as the functions have them; only their shape is asked here, so they get nothing to work with. */
const readSagas = (policy: Deps['policy']): Sagas =>
  createSagas(
    { policy, db: null, redis: null, gateway: null, carrier: null, webUrl: '' } as unknown as Deps,
    participants,
  )

/** Every step of every saga by every fault that it can show. */
export const makeCells = (policy: Deps['policy'], faults: readonly Fault[]): readonly Cell[] => {
  const sagas = readSagas(policy)
  return scenarios.flatMap(scenario => {
    const saga = sagas.find(({ name }) => name === scenario.saga)
    if (!saga) throw new Error(`no saga ${scenario.saga}`)
    return scenario.steps.flatMap(step =>
      faults.flatMap(fault => {
        if (isUndoFault(fault) && !canBeUndone(saga, step, scenario)) return []
        return [{ scenario, step, fault, ends: expectEnd(saga, scenario, step, fault) }]
      }),
    )
  })
}

/** The steps of all sagas that no scenario takes: the matrix would miss them. */
export const findUncoveredSteps = (policy: Deps['policy']): readonly string[] =>
  readSagas(policy).flatMap(saga => {
    const taken = scenarios.filter(({ saga: name }) => name === saga.name).flatMap(({ steps }) => steps)
    const steps = [...saga.forward, ...saga.settle({ reason: 'step-failed', step: 'any' })]
    return steps.filter(({ id }) => !taken.includes(id)).map(({ id }) => `${saga.name}:${id}`)
  })

/** An undo is asked for where the pivot behind the step refuses. */
const canBeUndone = (saga: SagaDefinition<never>, step: string, scenario: Scenario): boolean => {
  const pivot = pivotIndex(saga.forward)
  const place = saga.forward.findIndex(({ id }) => id === step)
  const found = saga.forward[place]
  return found?.kind === 'undoable' && pivot < saga.forward.length && place < pivot && scenario.ending === 'COMPLETED'
}

const expectEnd = (saga: SagaDefinition<never>, scenario: Scenario, step: string, fault: Fault): Cell['ends'] => {
  if (fault === 'undo-throws-always') return 'NEEDS_ATTENTION'
  if (isUndoFault(fault)) return 'UNDONE'
  if (!fault.endsWith('-always')) return scenario.ending
  const pivot = pivotIndex(saga.forward)
  const place = saga.forward.findIndex(({ id }) => id === step)
  // A step that settles a refusal, or one behind the pivot, has no way back.
  if (place < 0 || place > pivot) return 'NEEDS_ATTENTION'
  return saga.holdsOn?.({ reason: 'step-failed', step }) ? 'NEEDS_ATTENTION' : 'UNDONE'
}

export const stepCells = (policy: Deps['policy']) => makeCells(policy, [...stepFaults, ...undoFaults])
