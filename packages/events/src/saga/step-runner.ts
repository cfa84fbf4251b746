import type { SagaDirection, StepRow } from '@makegood/db/saga/saga-ref'
import { withSpan } from '../trace/with-span.ts'
import type { Deps } from './deps.ts'
import { type LookReport, lookOnce } from './look-once.ts'
import { messageOf, retrySoon } from './retry-schedule.ts'
import { runStep, type StepReport } from './run-step.ts'
import { pivotIndex, type SagaDefinition, type SagaRefusal } from './saga-definition.ts'
import type { Refusal, SagaStep, StepInput, WaitStep } from './step-types.ts'

/** The part of Inngest's tools that a saga uses; `attempt` is the engine's count for the step being tried. */
export type Engine = {
  readonly step: {
    run(id: string, act: () => Promise<unknown>): Promise<unknown>
    waitForEvent(id: string, options: { event: string; timeout: string; if: string }): Promise<unknown>
  }
  readonly attempt: number
}

export type ForwardResult =
  | { readonly done: true }
  | { readonly refusal: SagaRefusal }
  /** The order is paused: it goes on from here when it is resumed. */
  | { readonly paused: true }
  /** Another run has the saga. */
  | { readonly notMine: true }

/** Far above what any wait needs: its looks come the more rarely the longer it waits. */
const looksMax = 500

/** Runs a saga's steps on the engine: each is one engine step, tried again soon when it throws, and logged. */
export const createStepRunner = <Data>(
  deps: Deps,
  engine: Engine,
  definition: SagaDefinition<Data>,
  given: Omit<StepInput<Data>, 'results'>,
) => {
  const { saga } = given
  const pivot = pivotIndex(definition.forward)
  const results: Record<string, unknown> = {}
  const input: StepInput<Data> = { ...given, results }

  const tried = (id: string, act: () => Promise<unknown>): Promise<unknown> =>
    engine.step.run(id, async () => {
      try {
        const attributes = {
          'saga.id': saga.id,
          'saga.name': definition.name,
          'saga.step': id,
          attempt: engine.attempt,
        }
        return (await withSpan(`${definition.name}: ${id}`, saga.correlationId, attributes, act)) ?? null
      } catch (error) {
        const { id: sagaId, correlationId } = saga
        deps.logger.warn(
          { sagaId, correlationId, step: id, attempt: engine.attempt, error: messageOf(error) },
          'a saga step failed',
        )
        throw retrySoon(error, engine.attempt)
      } finally {
        deps.outbox.nudge()
      }
    })

  const waitFor = async (step: WaitStep<Data>, row: StepRow): Promise<StepReport> => {
    const matches = `async.data.${step.match} == "${String((input.data as Record<string, unknown>)[step.match])}"`
    for (let look = 1; look <= looksMax; look += 1) {
      const seen = (await tried(`${step.id}:look-${look}`, () => lookOnce(deps.db, step, input, row))) as LookReport
      if (!('waitSeconds' in seen)) return seen
      const timeout = `${seen.waitSeconds}s`
      await engine.step.waitForEvent(`${step.id}:wait-${look}`, { event: step.wakeOn, timeout, if: matches })
    }
    throw new Error(`${step.id} has looked ${looksMax} times`)
  }

  const take = async (step: SagaStep<Data>, row: StepRow): Promise<StepReport> =>
    step.reach === 'wait'
      ? await waitFor(step, row)
      : ((await tried(step.id, () => runStep(deps.db, step, input, row))) as StepReport)

  /** Takes the steps in order until one refuses or fails for good. */
  const forward = async (
    steps: readonly SagaStep<Data>[],
    placeBefore: number,
    direction: SagaDirection,
  ): Promise<ForwardResult> => {
    for (const [index, step] of steps.entries()) {
      if (step.skip?.(input.data, results)) continue
      const position = placeBefore + index + 1
      const stopsOnCancel = definition.stopsOnCancel && direction === 'FORWARD' && index <= pivot
      const row = { id: step.id, kind: step.kind, position, direction, stopsOnCancel }
      try {
        const report = await take(step, row)
        if ('stop' in report) {
          if (report.stop === 'stale') return { notMine: true }
          if (report.stop === 'paused') return { paused: true }
          return { refusal: { reason: 'cancel-requested', step: step.id } }
        }
        if (report.recorded.status === 'REFUSED')
          return { refusal: { ...(report.recorded.result as Refusal), step: step.id } }
        results[step.id] = report.recorded.result
      } catch (error) {
        return { refusal: { reason: 'step-failed', step: step.id, error: messageOf(error) } }
      }
    }
    return { done: true }
  }

  const takeLock = async (): Promise<boolean> => {
    const { lock } = definition
    if (!lock) return true
    try {
      await tried('take-lock', async () => {
        if (!(await lock.take(input))) throw new Error('another saga holds the lock')
      })
      return true
    } catch {
      // Every attempt and its reason is in the log already.
      return false
    }
  }

  const releaseLock = async (): Promise<void> => {
    const { lock } = definition
    if (lock) await tried('release-lock', () => lock.release(input))
  }

  return { input, tried, forward, takeLock, releaseLock }
}
