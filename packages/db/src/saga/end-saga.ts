import type { Tx } from '../client.ts'
import type { SagaRef } from './saga-ref.ts'

export type SagaEnd = 'COMPLETED' | 'UNDONE' | 'NEEDS_ATTENTION'

/**
 * Ends a saga once; a saga that has ended keeps its first end, and an older run ends nothing. Where a saga that was started
 * again ends well, its open incidents are closed with it, and the order leaves "needs attention" with its last one.
 */
export const endSaga = async (
  db: Tx,
  saga: Pick<SagaRef, 'id' | 'generation' | 'orderId'>,
  status: SagaEnd,
): Promise<void> => {
  if (status === 'NEEDS_ATTENTION' || saga.generation === 1) {
    await db.$executeRaw`
      update saga set status = ${status}, current_step = null, ended_at = now()
      where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING'`
    return
  }
  await db.$executeRaw`
    with ended as (
      update saga set status = ${status}, current_step = null, ended_at = now()
      where id = ${saga.id} and generation = ${saga.generation} and status = 'RUNNING' returning id
    ), closed as (
      update incident set resolved_at = now(), resolution = 'went-on'
      where saga_id in (select id from ended) and resolved_at is null returning id
    )
    update "order" set needs_attention = false
    where id = ${saga.orderId} and needs_attention and exists (select 1 from ended) and not exists (
      select 1 from incident i where i.order_id = ${saga.orderId} and i.resolved_at is null and i.id not in (select id from closed))`
}
