import type { Tx } from '../client.ts'
import type { SagaRef, StepRow } from './saga-ref.ts'

export type RecordedStep = { readonly status: 'DONE' | 'REFUSED'; readonly result: unknown }

/**
 * Starts a step with an outside call, or answers what it recorded when it ran before. The saga's row is made with its first
 * step. While the caller's transaction is open no other execution of the same step gets past this call.
 */
export const startStep = async (tx: Tx, saga: SagaRef, step: StepRow): Promise<RecordedStep | null> => {
  const started = await tx.$queryRaw<{ status: string }[]>`
    with saga_row as (
      insert into saga (id, name, order_id, status, correlation_id, current_step)
      values (${saga.id}, ${saga.name}, ${saga.orderId}, 'RUNNING', ${saga.correlationId}, ${step.id})
      on conflict (id) do update set current_step = excluded.current_step where saga.status = 'RUNNING'
    )
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts)
    values (${saga.id}, ${step.id}, ${step.position}, ${step.kind}, 'STARTED', 1)
    on conflict (saga_id, step_id) do update set status = 'STARTED', attempts = s.attempts + 1
      where s.status in ('STARTED', 'FAILED')
    returning s.status`
  if (started.length > 0) return null
  return findRecordedStep(tx, saga.id, step.id)
}

/** What a step recorded when it was settled; null where it was not. */
export const findRecordedStep = async (db: Tx, sagaId: string, stepId: string): Promise<RecordedStep | null> => {
  const rows = await db.$queryRaw<RecordedStep[]>`
    select status, result from saga_step
    where saga_id = ${sagaId} and step_id = ${stepId} and status in ('DONE', 'REFUSED')`
  return rows[0] ?? null
}
