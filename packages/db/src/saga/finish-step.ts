import type { Tx } from '../client.ts'
import type { SagaRef, StepRow } from './saga-ref.ts'
import type { RecordedStep } from './start-step.ts'

/** Records a step's outcome, once, in the transaction of its effect; throws where the step was settled by somebody else. */
export const finishStep = async (tx: Tx, sagaId: string, stepId: string, recorded: RecordedStep): Promise<void> => {
  const changed = await tx.$executeRaw`
    update saga_step set status = ${recorded.status}, result = ${JSON.stringify(recorded.result ?? null)}::jsonb,
      error = null, ended_at = clock_timestamp()
    where saga_id = ${sagaId} and step_id = ${stepId} and status = 'STARTED'`
  if (changed !== 1) throw new Error(`step ${stepId} of ${sagaId} was settled by another execution`)
}

/**
 * Records a local step's outcome as the last statement of its effect's transaction; the saga's row is made with its first
 * step. False where another execution of the step has settled it: then the caller must roll its own effect back. Until the
 * transaction ends, a second execution waits here.
 */
export const settleLocalStep = async (
  tx: Tx,
  saga: SagaRef,
  step: StepRow & { readonly startedAt: Date },
  recorded: RecordedStep,
): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    with saga_row as (
      insert into saga (id, name, order_id, status, correlation_id, current_step)
      values (${saga.id}, ${saga.name}, ${saga.orderId}, 'RUNNING', ${saga.correlationId}, ${step.id})
      on conflict (id) do update set current_step = excluded.current_step where saga.status = 'RUNNING'
    )
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts, result, started_at, ended_at)
    values (${saga.id}, ${step.id}, ${step.position}, ${step.kind}, ${recorded.status}, 1,
      ${JSON.stringify(recorded.result ?? null)}::jsonb, ${step.startedAt}, clock_timestamp())
    on conflict (saga_id, step_id) do update set status = excluded.status, result = excluded.result, error = null,
      attempts = s.attempts + 1, ended_at = excluded.ended_at
      where s.status in ('STARTED', 'FAILED')
    returning 1`
  return rows.length > 0
}

/**
 * Records that one attempt of a step failed and why. `counted` says whether the attempt's start is already in the row (an
 * outside call commits its start before the call; a local step's start was rolled back with its effect).
 */
export const recordStepFailure = async (
  db: Tx,
  saga: SagaRef,
  step: StepRow,
  failure: { readonly error: string; readonly counted: boolean },
): Promise<void> => {
  const error = failure.error.slice(0, 1000)
  await db.$executeRaw`
    with saga_row as (
      insert into saga (id, name, order_id, status, correlation_id, current_step)
      values (${saga.id}, ${saga.name}, ${saga.orderId}, 'RUNNING', ${saga.correlationId}, ${step.id})
      on conflict (id) do nothing
    )
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts, error)
    values (${saga.id}, ${step.id}, ${step.position}, ${step.kind}, 'FAILED', 1, ${error})
    on conflict (saga_id, step_id) do update set status = 'FAILED', error = ${error},
      attempts = s.attempts + ${failure.counted ? 0 : 1}
      where s.status in ('STARTED', 'FAILED')`
}
