import type { Tx } from '../client.ts'

export type StepToUndo = { readonly status: 'STARTED' | 'DONE' | 'FAILED'; readonly result: unknown }

/**
 * Starts the undo of a step and answers what the step had recorded; null where there is nothing to undo: it never started,
 * it refused, or it is undone already.
 */
export const startUndo = async (tx: Tx, sagaId: string, stepId: string): Promise<StepToUndo | null> => {
  const rows = await tx.$queryRaw<StepToUndo[]>`
    update saga_step set undo_attempts = undo_attempts + 1
    where saga_id = ${sagaId} and step_id = ${stepId} and status in ('STARTED', 'DONE', 'FAILED')
      and undo_status is distinct from 'DONE'
    returning status, result`
  return rows[0] ?? null
}

/** Records that a step is undone, in the transaction of the undo's effect. */
export const finishUndo = async (tx: Tx, sagaId: string, stepId: string): Promise<void> => {
  await tx.$executeRaw`
    update saga_step set undo_status = 'DONE', undo_error = null, undone_at = clock_timestamp()
    where saga_id = ${sagaId} and step_id = ${stepId}`
}

/** Records that one attempt to undo failed and why; `counted` as with a step's failure. */
export const recordUndoFailure = async (
  db: Tx,
  sagaId: string,
  stepId: string,
  failure: { readonly error: string; readonly counted: boolean },
): Promise<void> => {
  await db.$executeRaw`
    update saga_step set undo_status = 'FAILED', undo_error = ${failure.error.slice(0, 1000)},
      undo_attempts = undo_attempts + ${failure.counted ? 0 : 1}
    where saga_id = ${sagaId} and step_id = ${stepId} and undo_status is distinct from 'DONE'`
}
