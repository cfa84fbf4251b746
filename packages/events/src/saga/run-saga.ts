import { sagaIdOf, sagaStarts } from '@makegood/core/saga/saga-starts'
import { beginUndo } from '@makegood/db/saga/begin-undo'
import { endSaga, type SagaEnd } from '@makegood/db/saga/end-saga'
import { loadSaga } from '@makegood/db/saga/load-saga'
import { type IncidentKind, openSagaIncident } from '@makegood/db/saga/open-incident'
import type { SagaRef } from '@makegood/db/saga/saga-ref'
import type { Deps } from './deps.ts'
import { messageOf } from './retry-schedule.ts'
import { pivotIndex, type SagaDefinition, type SagaRefusal } from './saga-definition.ts'
import { createStepRunner, type Engine, type ForwardResult } from './step-runner.ts'
import type { SagaStep } from './step-types.ts'
import { undoStep } from './undo-step.ts'

/** How a saga's function was started: by the event that begins it (generation 1), or resumed. */
export type SagaStartEvent = {
  readonly input: Readonly<Record<string, unknown>>
  readonly correlationId: string
  readonly generation: number
}

export type SagaResult = { readonly sagaId: string; readonly ended: SagaEnd | 'not-mine' | 'paused' }

/**
 * One run of one saga: its steps in order; where one refuses or fails for good before the pivot, everything that was begun
 * is undone in reverse, each on its own, and the refusal is settled; after the pivot what fails for good waits for a
 * person. A resumed run goes on from what is recorded. A run that another one has replaced ends without a trace,
 * and one whose order is paused where it stands: when the order is resumed, the saga is.
 */
export const runSaga = async <Data>(
  deps: Deps,
  definition: SagaDefinition<Data>,
  start: SagaStartEvent,
  engine: Engine,
): Promise<SagaResult> => {
  const saga = toRef(deps, definition, start)
  const steps = createStepRunner(deps, engine, definition, { saga, data: start.input as Data })
  const done = (ended: SagaResult['ended']): SagaResult => ({ sagaId: saga.id, ended })

  let refusal: SagaRefusal | null = null
  if (start.generation > 1) {
    const record = (await steps.tried('load-saga', () => loadSaga(deps.db, saga.id, saga.generation))) as Awaited<
      ReturnType<typeof loadSaga>
    >
    if (!record) return done('not-mine')
    if (record.direction === 'UNDOING') refusal = record.refusal as SagaRefusal
  }
  if (!refusal) {
    const went = await goForward(definition, steps)
    if ('notMine' in went) return done('not-mine')
    if ('paused' in went) return done(await standStill(steps))
    if ('done' in went) return done(await end(deps, steps, saga, 'COMPLETED'))
    if ('held' in went) return done(await hold(deps, steps, saga, went))
    refusal = went.refusal
  }
  const reason = refusal
  if (!(await steps.tried('begin-undo', () => beginUndo(deps.db, saga, reason)))) return done('not-mine')
  const undone = await unwind(deps, steps, definition)
  if (undone === 'paused') return done(await standStill(steps))
  const settled = undone ? await steps.forward(definition.settle(refusal), definition.forward.length, 'UNDOING') : null
  if (settled && 'notMine' in settled) return done('not-mine')
  if (settled && 'paused' in settled) return done(await standStill(steps))
  if (settled && 'refusal' in settled)
    await raise(deps, steps, saga, settled.refusal.step, 'step-failed', settled.refusal)
  return done(await end(deps, steps, saga, settled && 'done' in settled ? 'UNDONE' : 'NEEDS_ATTENTION'))
}

type Steps<Data> = ReturnType<typeof createStepRunner<Data>>
type Went = ForwardResult | { readonly held: SagaRefusal; readonly kind: IncidentKind }

const goForward = async <Data>(definition: SagaDefinition<Data>, steps: Steps<Data>): Promise<Went> => {
  const pivot = pivotIndex(definition.forward)
  if (!(await steps.takeLock())) return { refusal: { reason: 'in-progress-elsewhere', step: 'lock' } }
  const went = await steps.forward(definition.forward, 0, 'FORWARD')
  if (!('refusal' in went)) return went
  const place = definition.forward.findIndex(step => step.id === went.refusal.step)
  if (place > pivot) return { held: went.refusal, kind: 'step-failed' }
  return definition.holdsOn?.(went.refusal) ? { held: went.refusal, kind: 'saga-held' } : went
}

/** Undoes what was begun, in reverse, each on its own; an undo that fails for good is put in front of a person. */
const unwind = async <Data>(
  deps: Deps,
  steps: Steps<Data>,
  definition: SagaDefinition<Data>,
): Promise<boolean | 'paused'> => {
  let undone = true
  // All that may have begun, not only what this run saw begin: a step whose act timed out may have happened.
  for (const step of definition.forward.filter(isUndoable).reverse()) {
    try {
      const came = await steps.tried(`undo:${step.id}`, () => undoStep(deps.db, step, steps.input))
      if (came === 'paused') return 'paused'
    } catch (error) {
      undone = false
      await raise(deps, steps, steps.input.saga, `undo:${step.id}`, 'undo-failed', { reason: messageOf(error) })
    }
  }
  return undone
}

const isUndoable = (step: SagaStep<never> | { readonly kind: string }): boolean => step.kind === 'undoable'

const hold = async <Data>(
  deps: Deps,
  steps: Steps<Data>,
  saga: SagaRef,
  { held, kind }: { readonly held: SagaRefusal; readonly kind: IncidentKind },
): Promise<SagaEnd> => {
  await raise(deps, steps, saga, held.step, kind, held)
  return end(deps, steps, saga, 'NEEDS_ATTENTION')
}

/** Puts the saga in front of a person, where it is still this run's. */
const raise = <Data>(
  deps: Deps,
  steps: Steps<Data>,
  saga: SagaRef,
  stepId: string,
  kind: IncidentKind,
  detail: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  steps.tried(`incident:${stepId}`, () =>
    openSagaIncident(deps.db, saga, {
      stepId,
      kind,
      detail: typeof detail.error === 'string' ? detail.error : JSON.stringify(detail),
    }),
  )

const end = async <Data>(deps: Deps, steps: Steps<Data>, saga: SagaRef, status: SagaEnd): Promise<SagaEnd> => {
  await steps.tried('end-saga', () => endSaga(deps.db, saga, status))
  await steps.releaseLock()
  return status
}

const standStill = async <Data>(steps: Steps<Data>): Promise<'paused'> => {
  await steps.releaseLock()
  return 'paused'
}

/** Which run of which saga a start event means. */
export const toRef = <Data>(deps: Deps, { name, startedBy }: SagaDefinition<Data>, start: SagaStartEvent): SagaRef => {
  const about = sagaStarts[startedBy as keyof typeof sagaStarts].about
  const { orderId } = start.input
  return {
    id: sagaIdOf(name, String(start.input[about])),
    name,
    orderId: typeof orderId === 'string' ? orderId : null,
    correlationId: start.correlationId,
    generation: start.generation,
    leaseSeconds: deps.policy.sagaLeaseSeconds,
  }
}
