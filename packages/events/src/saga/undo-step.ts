import { type Db, inTransaction } from '@makegood/db/client'
import { finishUndo, recordUndoFailure, startUndo } from '@makegood/db/saga/undo-step'
import { isAway } from './outside-away.ts'
import { messageOf } from './retry-schedule.ts'
import { callKey } from './run-step.ts'
import type { SagaStep, StepInput } from './step-types.ts'

/**
 * Undoes one step of one saga, once, and records it in the transaction of the undo's effect. Does nothing where the step
 * never started, refused at once, is undone already, or another run has the saga; begins nothing while its order is paused, and says so. A local step that failed was rolled back
 * and has nothing to undo; an outside call that failed may have happened, so its undo asks. A failed attempt is recorded
 * and thrown on.
 */
export const undoStep = async <Data>(
  db: Db,
  step: SagaStep<Data>,
  input: StepInput<Data>,
): Promise<'paused' | null> => {
  if (step.kind !== 'undoable') return null
  let counted = false
  try {
    if (step.reach === 'local') {
      return await inTransaction(db, async tx => {
        const started = await startUndo(tx, input.saga, step.id)
        if (started === 'paused') return started
        if (started?.status !== 'DONE') return null
        await step.undo(tx, input, started.result)
        await finishUndo(tx, input.saga, step.id)
        return null
      })
    }
    const started = await startUndo(db, input.saga, step.id)
    if (started === null || started === 'paused') return started
    counted = true
    const record = await step.undo(input, callKey(input.saga.id, step.id, started.reopened), started.result)
    await inTransaction(db, async tx => {
      if (!(await finishUndo(tx, input.saga, step.id))) return
      await record(tx)
    })
    return null
  } catch (error) {
    await recordUndoFailure(db, input.saga, step.id, { error: messageOf(error), counted, away: isAway(error) })
    throw error
  }
}
