import type { Tx } from '../client.ts'
import type { SagaRef, StepRow } from './saga-ref.ts'
import { touchSaga } from './touch-saga.ts'

export type StartedStep = { readonly secondsSince: number; readonly reopened: number }

/**
 * Starts a step with an outside call and answers for how long it has been begun and how often it
 * was reopened; null where it may not begin (settled
 * before, or the run may not go on). While the caller's transaction is open no other execution of the same step gets past
 * this call.
 */
export const startStep = async (tx: Tx, saga: SagaRef, step: StepRow): Promise<StartedStep | null> => {
  const started = await tx.$queryRaw<StartedStep[]>`
    with ${touchSaga(saga, { ...step, begins: true })}
    insert into saga_step as s (saga_id, step_id, position, kind, status, attempts)
    select id, ${step.id}, ${step.position}, ${step.kind}, 'STARTED', 1 from mine
    on conflict (saga_id, step_id) do update set status = 'STARTED', attempts = s.attempts + 1
      where s.status in ('STARTED', 'FAILED')
    returning extract(epoch from clock_timestamp() - s.started_at)::float8 as "secondsSince", s.reopened`
  return started[0] ?? null
}
