import type { Tx } from '../client.ts'
import type { SagaRef } from './saga-ref.ts'

/** Lets a saga that waits for something outside count as alive for so long; false where this run is no longer the saga's. */
export const extendLease = async (db: Tx, saga: SagaRef, waitSeconds: number): Promise<boolean> => {
  const changed = await db.$executeRaw`
    update saga set lease_until = now() + make_interval(secs => ${waitSeconds + saga.leaseSeconds})
    where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING'`
  return changed === 1
}
