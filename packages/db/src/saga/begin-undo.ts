import type { Tx } from '../client.ts'
import type { SagaRef } from './saga-ref.ts'

/**
 * Turns a saga round, once and for good: from here on no run of it can take a forward step. False where this run is no
 * longer the saga's. A saga that is undoing already keeps its first reason.
 */
export const beginUndo = async (
  db: Tx,
  saga: SagaRef,
  refusal: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  const changed = await db.$executeRaw`
    update saga set direction = 'UNDOING', refusal = coalesce(refusal, ${JSON.stringify(refusal)}::jsonb),
      lease_until = now() + make_interval(secs => ${saga.leaseSeconds})
    where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING'`
  return changed === 1
}
