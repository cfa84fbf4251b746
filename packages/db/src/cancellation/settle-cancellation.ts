import type { Tx } from '../client.ts'

/** Closes a cancellation that was carried out, once. */
export const finishCancellation = async (tx: Tx, cancellationId: string): Promise<void> => {
  await tx.$executeRaw`
    with finished as (
      update cancellation set status = 'DONE', ended_at = now() where id = ${cancellationId} and status = 'REQUESTED'
      returning order_id
    )
    update "order" set cancelling = false where id in (select order_id from finished)`
}

/** Closes a cancellation that could not be carried out, once, with the reason: the order goes on, and no fee is kept. */
export const refuseCancellation = async (tx: Tx, cancellationId: string, refusal: string): Promise<boolean> => {
  const changed = await tx.$executeRaw`
    with refused as (
      update cancellation set status = 'REFUSED', refusal = ${refusal}, fee_minor = 0, ended_at = now()
      where id = ${cancellationId} and status = 'REQUESTED' returning order_id
    )
    update "order" set cancelling = false where id in (select order_id from refused)`
  return changed === 1
}
