import { inTransaction } from '@makegood/db/client'
import { finishStep, recordStepFailure } from '@makegood/db/saga/finish-step'
import { type RecordedStep, startStep } from '@makegood/db/saga/start-step'
import type { Deps } from './deps.ts'
import { messageOf } from './retry-schedule.ts'
import type { SagaStep, StepInput, StepOutcome } from './step-types.ts'

/** The key of a step's outside call: the same on every attempt of this step in this saga, and of no other. */
export const callKey = (sagaId: string, stepId: string): string => `${sagaId}:${stepId}`

/**
 * Runs a step's effect once. A local effect and its row are one transaction; an outside call stands between an intent row
 * and an outcome row and carries the same key each time. A step that was settled before answers what it recorded. A
 * failure is recorded with its attempt and thrown on.
 */
export const runStep = async <Data>(
  deps: Deps,
  step: SagaStep<Data>,
  input: StepInput<Data>,
  position: number,
): Promise<RecordedStep> => {
  const row = { id: step.id, kind: step.kind, position }
  let counted = false
  try {
    if (step.reach === 'local')
      return await inTransaction(deps.db, async tx => {
        const recorded = await startStep(tx, input.saga, row)
        if (recorded) return recorded
        return settle(tx, step.id, input, await step.run(tx, input))
      })

    const intent = await inTransaction(deps.db, async tx => {
      const recorded = await startStep(tx, input.saga, row)
      if (recorded) return { recorded }
      const prepared = await step.prepare(tx, input)
      if ('ready' in prepared) return prepared
      return { recorded: await settle(tx, step.id, input, { outcome: 'refused', result: prepared.refused }) }
    })
    if ('recorded' in intent) return intent.recorded
    counted = true
    const outcome = await step.call(intent.ready, callKey(input.saga.id, step.id))
    return await inTransaction(deps.db, async tx => {
      const recorded = await settle(tx, step.id, input, outcome)
      await step.record(tx, input, outcome)
      return recorded
    })
  } catch (error) {
    await recordStepFailure(deps.db, input.saga, row, { error: messageOf(error), counted })
    throw error
  }
}

const settle = async <Data>(
  tx: Parameters<typeof finishStep>[0],
  stepId: string,
  input: StepInput<Data>,
  outcome: StepOutcome,
): Promise<RecordedStep> => {
  const recorded: RecordedStep = {
    status: outcome.outcome === 'done' ? 'DONE' : 'REFUSED',
    result: outcome.result ?? null,
  }
  await finishStep(tx, input.saga.id, stepId, recorded)
  return recorded
}
