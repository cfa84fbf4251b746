import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { RecordedStep, SagaRef, StepRow } from './saga-ref.ts'
import { oneFailure, withFailure } from './step-failures.ts'
import { touchSaga } from './touch-saga.ts'

/**
 * Records the outcome of a step that was started, once, in the transaction of its effect. False where somebody else has
 * settled it or this run is no longer the saga's: then the caller must roll its own effect back. An outcome outranks the
 * failure that a twin of this execution may have recorded meanwhile: both sent the same key. Once its undo was begun a step
 * takes no outcome any more.
 */
export const finishStep = async (tx: Tx, saga: SagaRef, stepId: string, recorded: RecordedStep): Promise<boolean> => {
  const changed = await tx.$executeRaw`
    update saga_step set status = ${recorded.status}, result = ${JSON.stringify(recorded.result ?? null)}::jsonb,
      error = null, ended_at = clock_timestamp()
    where saga_id = ${saga.id} and step_id = ${stepId} and status in ('STARTED', 'FAILED') and undo_attempts = 0
      and exists (select 1 from saga where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING')`
  return changed === 1
}

/**
 * Records a local step's outcome as the last statement of its effect's transaction. False where another execution of the
 * step has settled it or the run may not go on: then the caller must roll its own effect back. Until the transaction ends,
 * a second execution waits here.
 */
export const settleLocalStep = async (
  tx: Tx,
  saga: SagaRef,
  step: StepRow & { readonly startedAt: Date },
  recorded: RecordedStep,
): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    with ${touchSaga(saga, { ...step, begins: true })}
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts, result, started_at, ended_at)
    select id, ${step.id}, ${step.position}, ${step.kind}, ${recorded.status}, 1,
      ${JSON.stringify(recorded.result ?? null)}::jsonb, ${step.startedAt}, clock_timestamp() from mine
    on conflict (saga_id, step_id) do update set status = excluded.status, result = excluded.result, error = null,
      attempts = s.attempts + 1, ended_at = excluded.ended_at
      where s.status in ('STARTED', 'FAILED')
    returning 1`
  return rows.length > 0
}

/**
 * Records that one attempt of a step failed and why. `counted` says whether the attempt's start is already in the row (an
 * outside call commits its start before the call; a local step's start was rolled back with its effect); `away`, that the
 * outside could not be reached or could not say.
 */
export const recordStepFailure = async (
  db: Tx,
  saga: SagaRef,
  step: StepRow,
  failure: { readonly error: string; readonly counted: boolean; readonly away: boolean },
): Promise<void> => {
  const error = failure.error.slice(0, 1000)
  await db.$executeRaw`
    with ${touchSaga(saga, { ...step, stopsOnCancel: false, begins: false })}
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts, error, away, failures)
    select id, ${step.id}, ${step.position}, ${step.kind}, 'FAILED', 1, ${error}, ${failure.away},
      ${oneFailure('step', Prisma.sql`1`, error)} from mine
    on conflict (saga_id, step_id) do update set status = 'FAILED', error = ${error}, away = ${failure.away},
      attempts = s.attempts + ${failure.counted ? 0 : 1},
      failures = ${withFailure('step', Prisma.sql`s.attempts + ${failure.counted ? 0 : 1}::int`, error)}
      where s.status in ('STARTED', 'FAILED')`
}

/** Notes why a step that waits cannot say yet, for whoever looks at it; it goes on waiting. */
export const noteStepTrouble = async (db: Tx, saga: SagaRef, stepId: string, trouble: string): Promise<void> => {
  await db.$executeRaw`
    update saga_step set error = ${trouble.slice(0, 1000)}
    where saga_id = ${saga.id} and step_id = ${stepId} and status = 'STARTED'`
}
