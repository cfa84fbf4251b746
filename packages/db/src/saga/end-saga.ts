import { type Db, inTransaction, type Tx } from '../client.ts'
import { closeGoneOnOf } from '../incident/close-gone-on.ts'
import type { SagaRef } from './saga-ref.ts'

export type SagaEnd = 'COMPLETED' | 'UNDONE' | 'NEEDS_ATTENTION'

/**
 * Ends a saga once; a saga that has ended keeps its first end, and an older run ends nothing. Where a saga that was started
 * again ends well, its open incidents are closed with it, and the order leaves "needs attention" with its last one.
 */
export const endSaga = async (
  db: Db,
  saga: Pick<SagaRef, 'id' | 'generation' | 'orderId'>,
  status: SagaEnd,
): Promise<void> => {
  if (status === 'NEEDS_ATTENTION' || saga.generation === 1) {
    await end(db, saga, status)
    return
  }
  await inTransaction(db, async tx => {
    if (!(await end(tx, saga, status))) return
    await closeGoneOnOf(tx, saga.id)
  })
}

const end = async (tx: Tx, saga: Pick<SagaRef, 'id' | 'generation'>, status: SagaEnd): Promise<boolean> => {
  const ended = await tx.$executeRaw`
    update saga set status = ${status}, current_step = null, ended_at = now()
    where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING'`
  return ended === 1
}
