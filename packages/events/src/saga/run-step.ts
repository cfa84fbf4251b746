import { type Db, inTransaction } from '@makegood/db/client'
import { findRecordedStep, findRecordOrStop } from '@makegood/db/saga/find-recorded-step'
import { finishStep, recordStepFailure, settleLocalStep } from '@makegood/db/saga/finish-step'
import { findPause } from '@makegood/db/saga/is-paused'
import type { RecordedStep, SagaRef, StepRow, Stop } from '@makegood/db/saga/saga-ref'
import { startStep } from '@makegood/db/saga/start-step'
import { isAway } from './outside-away.ts'
import { messageOf } from './retry-schedule.ts'
import type { LocalStep, OutsideStep, SagaStep, StepInput, StepOutcome } from './step-types.ts'

/**
 * The key of a step's outside call: the same on every attempt of this step in this saga, and of no other; another one each
 * time that it was reopened after a refusal of the outside or after its undo.
 */
export const callKey = (sagaId: string, stepId: string, reopened = 0): string =>
  reopened === 0 ? `${sagaId}:${stepId}` : `${sagaId}:${stepId}:again-${reopened}`

/** What a step has recorded, now or before; or why this run may not take it. */
export type StepReport = { readonly recorded: RecordedStep } | { readonly stop: Stop }

/** Rolls a transaction back whose step somebody else settled, or whose run may not go on. */
class NotMine extends Error {}

/**
 * Runs a step's effect once. A step that was settled before answers what it recorded; a run that may not go on is told why
 * and leaves nothing behind. A failure is recorded with its attempt and thrown on.
 */
export const runStep = <Data>(
  db: Db,
  step: Exclude<SagaStep<Data>, { reach: 'wait' }>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<StepReport> =>
  step.reach === 'local' ? runLocalStep(db, step, input, row) : runOutsideStep(db, step, input, row)

/**
 * The effect and its row are one transaction, the row last: where the row is there already, this execution's effect is
 * rolled back and the recorded outcome is the answer. In the good case that is one statement a step besides its effect.
 */
const runLocalStep = async <Data>(
  db: Db,
  step: LocalStep<Data>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<StepReport> => {
  const startedAt = new Date()
  try {
    return await inTransaction(db, async tx => {
      const recorded = toRecorded(await step.run(tx, input))
      if (await settleLocalStep(tx, input.saga, { ...row, startedAt }, recorded)) return { recorded }
      throw new NotMine()
    })
  } catch (error) {
    if (error instanceof NotMine) return await findRecordOrStop(db, input.saga, row)
    // A second execution may fail for what the first one did: then the first one's outcome is the answer.
    const recorded = await findRecordedStep(db, input.saga.id, row.id)
    if (recorded) return { recorded }
    return await failed(db, input.saga, row, { error, counted: false })
  }
}

/** The call stands between an intent row and an outcome row and carries the same key each time. */
const runOutsideStep = async <Data>(
  db: Db,
  step: OutsideStep<Data>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<StepReport> => {
  let counted = false
  try {
    const intent = await inTransaction(db, async tx => {
      const started = await startStep(tx, input.saga, row)
      if (!started) return await findRecordOrStop(tx, input.saga, row)
      const prepared = await step.prepare(tx, input)
      if ('ready' in prepared) return { ...prepared, key: callKey(input.saga.id, row.id, started.reopened) }
      return await settle(tx, input.saga, row.id, toRecorded(prepared.settled))
    })
    if (!('ready' in intent)) return intent
    counted = true
    const outcome = await step.call(intent.ready, intent.key)
    return await inTransaction(db, async tx => {
      const report = await settle(tx, input.saga, row.id, toRecorded(outcome))
      await step.record(tx, input, outcome, intent.key)
      return report
    })
  } catch (error) {
    if (error instanceof NotMine) return await findRecordOrStop(db, input.saga, row)
    return await failed(db, input.saga, row, { error, counted })
  }
}

const settle = async (
  tx: Parameters<typeof finishStep>[0],
  saga: SagaRef,
  stepId: string,
  recorded: RecordedStep,
): Promise<StepReport> => {
  if (await finishStep(tx, saga, stepId, recorded)) return { recorded }
  throw new NotMine()
}

/** A step whose order is paused by now is not tried again before it is resumed. */
const failed = async (
  db: Db,
  saga: SagaRef,
  row: StepRow,
  { error, counted }: { readonly error: unknown; readonly counted: boolean },
): Promise<StepReport> => {
  await recordStepFailure(db, saga, row, { error: messageOf(error), counted, away: isAway(error) })
  if (await findPause(db, saga)) return { stop: 'paused' }
  throw error
}

export const toRecorded = (outcome: StepOutcome): RecordedStep => ({
  status: outcome.outcome === 'done' ? 'DONE' : 'REFUSED',
  result: outcome.result ?? null,
})
