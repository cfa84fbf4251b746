import type { Tx } from '../client.ts'
import type { SagaRef, StepKind } from './saga-ref.ts'
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
 * Records that one attempt of a step failed and why. `counted` says whether the attempt's start is already in the row (an
 * outside call commits its start before the call; a local step's start was rolled back with its effect).
 */
export const recordStepFailure = async (
  db: Tx,
  saga: SagaRef,
  step: { readonly id: string; readonly kind: StepKind; readonly position: number },
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
