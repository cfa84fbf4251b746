import { endSaga, type SagaEnd } from '@makegood/db/saga/end-saga'
import { openIncident } from '@makegood/db/saga/open-incident'
import type { SagaRef } from '@makegood/db/saga/saga-ref'
import type { RecordedStep } from '@makegood/db/saga/start-step'
import type { Deps } from './deps.ts'
import { messageOf, retrySoon } from './retry-schedule.ts'
import { runStep } from './run-step.ts'
import type { Refusal, SagaStep } from './step-types.ts'
import { undoStep } from './undo-step.ts'

/** The part of Inngest's step tools that a saga uses; `attempt` is the engine's count for the step being tried. */
export type StepTools = { run(id: string, act: () => Promise<unknown>): Promise<unknown> }

export type ForwardResult = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

/**
 * One run of one saga, as its function sees it: `forward` runs steps in order until one refuses or fails for good,
 * `unwind` undoes those that were begun, in reverse, each on its own, and `end` closes the saga.
 */
export const createSagaRun = <Data>(
  deps: Deps,
  engine: { readonly step: StepTools; readonly attempt: number },
  saga: SagaRef,
  data: Data,
) => {
  const input = { saga, data }
  // In order of their start. A step is here before it acts, because an act that timed out may have happened.
  const begun: SagaStep<Data>[] = []

  const tried = (id: string, act: () => Promise<unknown>): Promise<unknown> =>
    engine.step.run(id, async () => {
      try {
        return (await act()) ?? null
      } catch (error) {
        deps.logger.warn(
          {
            sagaId: saga.id,
            correlationId: saga.correlationId,
            step: id,
            attempt: engine.attempt,
            error: messageOf(error),
          },
          'a saga step failed',
        )
        throw retrySoon(error, engine.attempt)
      } finally {
        deps.outbox.nudge()
      }
    })

  const forward = async (steps: readonly SagaStep<Data>[]): Promise<ForwardResult> => {
    for (const step of steps) {
      const position = begun.push(step)
      try {
        const recorded = (await tried(step.id, () => runStep(deps, step, input, position))) as RecordedStep
        if (recorded.status === 'REFUSED') return { ok: false, refusal: recorded.result as Refusal }
      } catch (error) {
        return { ok: false, refusal: { reason: 'step-failed', step: step.id, error: messageOf(error) } }
      }
    }
    return { ok: true }
  }

  const unwind = async (): Promise<{ readonly undone: boolean }> => {
    let undone = true
    for (const step of begun.filter(candidate => candidate.kind === 'undoable').reverse()) {
      try {
        await tried(`undo:${step.id}`, () => undoStep(deps, step, input))
      } catch (error) {
        undone = false
        await raise(`undo:${step.id}`, 'undo-failed', messageOf(error))
      }
    }
    return { undone }
  }

  /** Puts the order in front of a person. */
  const raise = (stepId: string, kind: 'undo-failed' | 'step-failed', detail: string): Promise<unknown> =>
    tried(`incident:${stepId}`, () =>
      openIncident(deps.db, { orderId: saga.orderId, sagaId: saga.id, stepId, kind, detail }),
    )

  const end = (status: SagaEnd): Promise<unknown> => tried('end-saga', () => endSaga(deps.db, saga.id, status))

  return { forward, unwind, raise, end, tried }
}
