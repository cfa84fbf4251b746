import { type Db, inTransaction } from '@makegood/db/client'
import { extendLease } from '@makegood/db/saga/extend-lease'
import { findRecordOrStop } from '@makegood/db/saga/find-recorded-step'
import { finishStep, noteStepTrouble, recordStepFailure } from '@makegood/db/saga/finish-step'
import type { StepRow } from '@makegood/db/saga/saga-ref'
import { startStep } from '@makegood/db/saga/start-step'
import { isAway, OutsideAway } from './outside-away.ts'
import { messageOf } from './retry-schedule.ts'
import { type StepReport, toRecorded } from './run-step.ts'
import type { StepInput, WaitStep } from './step-types.ts'

export type LookReport = StepReport | { readonly waitSeconds: number }

const shortestWaitSeconds = 2
const longestWaitSeconds = 6 * 60 * 60

/**
 * One look of a waiting step: whether what it waits for has happened, and if so its outcome and consequence, once; else for
 * how long to wait before the next look, the longer the longer it has waited. A look that fails is recorded and
 * thrown on; one that only cannot say is noted and waits on until its time is over.
 */
export const lookOnce = async <Data>(
  db: Db,
  step: WaitStep<Data>,
  input: StepInput<Data>,
  row: StepRow,
): Promise<LookReport> => {
  try {
    const started = await startStep(db, input.saga, row)
    if (!started) return await findRecordOrStop(db, input.saga, row)
    const secondsLeft = step.waitSeconds - started.secondsSince
    const waitSeconds = nextWaitSeconds(started.secondsSince, secondsLeft)
    // Before the look: what happens after it shortens the lease again, so that nothing falls between the two.
    await extendLease(db, input.saga, waitSeconds)
    const outcome = await step.look(input, secondsLeft <= 0)
    if (outcome.outcome === 'waiting') {
      const because = outcome.because ?? `${step.id} has waited its time and still has no outcome`
      if (secondsLeft <= 0) throw outcome.because ? new OutsideAway(because) : new Error(because)
      if (outcome.because) await noteStepTrouble(db, input.saga, row.id, outcome.because)
      return { waitSeconds }
    }
    const recorded = toRecorded(outcome)
    const settled = await inTransaction(db, async tx => {
      if (!(await finishStep(tx, input.saga, row.id, recorded))) return false
      await extendLease(tx, input.saga, 0)
      await step.record(tx, input, outcome)
      return true
    })
    return settled ? { recorded } : await findRecordOrStop(db, input.saga, row)
  } catch (error) {
    await recordStepFailure(db, input.saga, row, { error: messageOf(error), counted: true, away: isAway(error) })
    throw error
  }
}

const nextWaitSeconds = (since: number, left: number): number =>
  Math.max(0, Math.ceil(Math.min(Math.max(since / 2, shortestWaitSeconds), longestWaitSeconds, left)))
