import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { findPause } from './is-paused.ts'
import type { SagaRef } from './saga-ref.ts'
import { withFailure } from './step-failures.ts'
import { touchSaga } from './touch-saga.ts'

/** `result` is what the act answered; null where it did not come to that. */
export type StepToUndo = {
  readonly status: 'STARTED' | 'DONE' | 'REFUSED' | 'FAILED'
  readonly result: unknown
  readonly reopened: number
}

const undoing = (stepId: string, begins: boolean) =>
  ({ id: `undo:${stepId}`, direction: 'UNDOING', stopsOnCancel: false, begins }) as const

/**
 * Starts the undo of a step and answers what the step had recorded; null where there is nothing to undo: it never started,
 * it refused at its first attempt, it is undone already, or this run is no longer the saga's. A refusal after an attempt
 * that failed is no proof that nothing happened: the earlier attempt may have acted. Where the order is paused no undo begins.
 */
export const startUndo = async (tx: Tx, saga: SagaRef, stepId: string): Promise<StepToUndo | 'paused' | null> => {
  const rows = await tx.$queryRaw<StepToUndo[]>`
    with ${touchSaga(saga, undoing(stepId, true))}
    update saga_step s set undo_attempts = undo_attempts + 1 from mine
    where s.saga_id = mine.id and step_id = ${stepId} and undo_status is distinct from 'DONE'
      and (status in ('STARTED', 'DONE', 'FAILED') or (status = 'REFUSED' and attempts > 1))
    returning status, case when status = 'DONE' then result end as result, reopened`
  const [started] = rows
  if (started) return started
  return (await findPause(tx, saga)) ? 'paused' : null
}

/** Records that a step is undone, in the transaction of the undo's effect; false where this run is no longer the saga's. */
export const finishUndo = async (tx: Tx, saga: SagaRef, stepId: string): Promise<boolean> => {
  const changed = await tx.$executeRaw`
    with ${touchSaga(saga, undoing(stepId, false))}
    update saga_step s set undo_status = 'DONE', undo_error = null, undone_at = clock_timestamp() from mine
    where s.saga_id = mine.id and step_id = ${stepId} and undo_status is distinct from 'DONE'`
  return changed === 1
}

/** Records that one attempt to undo failed and why; `counted` and `away` as with a step's failure. */
export const recordUndoFailure = async (
  db: Tx,
  saga: SagaRef,
  stepId: string,
  failure: { readonly error: string; readonly counted: boolean; readonly away: boolean },
): Promise<void> => {
  const error = failure.error.slice(0, 1000)
  await db.$executeRaw`
    with ${touchSaga(saga, undoing(stepId, false))}
    update saga_step s set undo_status = 'FAILED', undo_error = ${error}, away = ${failure.away},
      undo_attempts = undo_attempts + ${failure.counted ? 0 : 1},
      failures = ${withFailure('undo', Prisma.sql`s.undo_attempts + ${failure.counted ? 0 : 1}::int`, error)} from mine
    where s.saga_id = mine.id and step_id = ${stepId} and undo_status is distinct from 'DONE'`
}
