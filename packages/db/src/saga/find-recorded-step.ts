import type { Tx } from '../client.ts'
import type { RecordedStep, SagaRef, StepRow, Stop } from './saga-ref.ts'

/** What a step recorded when it was settled; null where it was not. */
export const findRecordedStep = async (db: Tx, sagaId: string, stepId: string): Promise<RecordedStep | null> => {
  const rows = await db.$queryRaw<RecordedStep[]>`
    select status, result from saga_step
    where saga_id = ${sagaId} and step_id = ${stepId} and status in ('DONE', 'REFUSED')`
  return rows[0] ?? null
}

/** Why a step could not begin or be settled: it is settled already, or its run may not go on. */
export const findRecordOrStop = async (
  db: Tx,
  saga: SagaRef,
  step: Pick<StepRow, 'id' | 'stopsOnCancel'>,
): Promise<{ readonly recorded: RecordedStep } | { readonly stop: Stop }> => {
  const recorded = await findRecordedStep(db, saga.id, step.id)
  if (recorded) return { recorded }
  if (!step.stopsOnCancel) return { stop: 'stale' }
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from saga where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING'
      and direction = 'FORWARD'
      and exists (select 1 from cancellation c where c.order_id = ${saga.orderId} and c.status = 'REQUESTED')`
  return { stop: rows.length > 0 ? 'cancel-requested' : 'stale' }
}
