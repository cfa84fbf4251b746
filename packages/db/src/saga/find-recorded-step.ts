import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from './is-paused.ts'
import type { RecordedStep, SagaRef, StepRow, Stop } from './saga-ref.ts'

/** What a step recorded when it was settled; null where it was not. */
export const findRecordedStep = async (db: Tx, sagaId: string, stepId: string): Promise<RecordedStep | null> => {
  const rows = await db.$queryRaw<RecordedStep[]>`
    select status, result from saga_step
    where saga_id = ${sagaId} and step_id = ${stepId} and status in ('DONE', 'REFUSED')`
  return rows[0] ?? null
}

/**
 * Why a step could not begin or be settled: it is settled already, or its run may not go on. Throws where what stood against
 * it is gone again, such as a request to cancel that was refused meanwhile: then the step is to be tried anew.
 */
export const findRecordOrStop = async (
  db: Tx,
  saga: SagaRef,
  step: Pick<StepRow, 'id' | 'direction' | 'stopsOnCancel'>,
): Promise<{ readonly recorded: RecordedStep } | { readonly stop: Stop }> => {
  const recorded = await findRecordedStep(db, saga.id, step.id)
  if (recorded) return { recorded }
  const rows = await db.$queryRaw<{ cancelling: boolean; paused: boolean }[]>`
    select coalesce((select o.cancelling from "order" o where o.id = s.order_id), false) as cancelling,
      ${isPaused(Prisma.sql`s.order_id`)} as paused from saga s
    where s.id = ${saga.id} and s.generation = ${saga.generation} and s.status = 'RUNNING' and s.direction = ${step.direction}`
  const [mine] = rows
  if (!mine) return { stop: 'stale' }
  if (mine.paused) return { stop: 'paused' }
  if (step.stopsOnCancel && mine.cancelling) return { stop: 'cancel-requested' }
  throw new Error(`step ${step.id} of ${saga.id} could not be settled, and nothing stands against it any more`)
}
