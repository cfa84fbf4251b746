import { inTransaction } from '@makegood/db/client'
import { finishStep, recordStepFailure, settleLocalStep } from '@makegood/db/saga/finish-step'
import type { StepRow } from '@makegood/db/saga/saga-ref'
import { findRecordedStep, type RecordedStep, startStep } from '@makegood/db/saga/start-step'
import type { Deps } from './deps.ts'
import { messageOf } from './retry-schedule.ts'
import type { LocalStep, OutsideStep, SagaStep, StepInput, StepOutcome } from './step-types.ts'

/** The key of a step's outside call: the same on every attempt of this step in this saga, and of no other. */
export const callKey = (sagaId: string, stepId: string): string => `${sagaId}:${stepId}`

/**
 * Runs a step's effect once. A step that was settled before answers what it recorded. A failure is recorded with its
 * attempt and thrown on.
 */
export const runStep = <Data>(
  deps: Deps,
  step: SagaStep<Data>,
  input: StepInput<Data>,
  position: number,
): Promise<RecordedStep> => {
  const row = { id: step.id, kind: step.kind, position }
  return step.reach === 'local' ? runLocalStep(deps, step, input, row) : runOutsideStep(deps, step, input, row)
}

/**
 * The effect and its row are one transaction, the row last: where the row is there already, this execution's effect is
 * rolled back and the recorded outcome is the answer. In the good case that is one statement a step besides its effect.
 */
const runLocalStep = async <Data>(
  deps: Deps,
  step: LocalStep<Data>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<RecordedStep> => {
  const startedAt = new Date()
  try {
    return await inTransaction(deps.db, async tx => {
      const recorded = toRecorded(await step.run(tx, input))
      if (await settleLocalStep(tx, input.saga, { ...row, startedAt }, recorded)) return recorded
      throw new Error(`step ${row.id} of ${input.saga.id} was settled by another execution`)
    })
  } catch (error) {
    const earlier = await findRecordedStep(deps.db, input.saga.id, row.id)
    if (earlier) return earlier
    await recordStepFailure(deps.db, input.saga, row, { error: messageOf(error), counted: false })
    throw error
  }
}

/** The call stands between an intent row and an outcome row and carries the same key each time. */
const runOutsideStep = async <Data>(
  deps: Deps,
  step: OutsideStep<Data>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<RecordedStep> => {
  const sagaId = input.saga.id
  let counted = false
  try {
    const intent = await inTransaction(deps.db, async tx => {
      const earlier = await startStep(tx, input.saga, row)
      if (earlier) return { recorded: earlier }
      const prepared = await step.prepare(tx, input)
      if ('ready' in prepared) return prepared
      const recorded = toRecorded({ outcome: 'refused', result: prepared.refused })
      await finishStep(tx, sagaId, row.id, recorded)
      return { recorded }
    })
    if ('recorded' in intent) return intent.recorded
    counted = true
    const outcome = await step.call(intent.ready, callKey(sagaId, row.id))
    return await inTransaction(deps.db, async tx => {
      const recorded = toRecorded(outcome)
      await finishStep(tx, sagaId, row.id, recorded)
      await step.record(tx, input, outcome)
      return recorded
    })
  } catch (error) {
    await recordStepFailure(deps.db, input.saga, row, { error: messageOf(error), counted })
    throw error
  }
}

const toRecorded = (outcome: StepOutcome): RecordedStep => ({
  status: outcome.outcome === 'done' ? 'DONE' : 'REFUSED',
  result: outcome.result ?? null,
})
