import type { Tx } from '../client.ts'

/** Closes a cancellation that was carried out, once, with the fee that was kept. */
export const finishCancellation = async (tx: Tx, cancellationId: string): Promise<void> => {
  await tx.$executeRaw`
    with finished as (
      update cancellation set status = 'DONE', ended_at = now() where id = ${cancellationId} and status = 'REQUESTED'
      returning order_id
    )
    update "order" set cancelling = false where id in (select order_id from finished)`
}

export const keepFee = async (tx: Tx, cancellationId: string, feeMinor: bigint): Promise<void> => {
  await tx.$executeRaw`
    update cancellation set fee_minor = ${feeMinor} where id = ${cancellationId} and status = 'REQUESTED'`
}

/** Closes a cancellation that could not be carried out, once, with the reason: the order goes on. */
export const refuseCancellation = async (tx: Tx, cancellationId: string, refusal: string): Promise<boolean> => {
  const changed = await tx.$executeRaw`
    with refused as (
      update cancellation set status = 'REFUSED', refusal = ${refusal}, ended_at = now()
      where id = ${cancellationId} and status = 'REQUESTED' returning order_id
    )
    update "order" set cancelling = false where id in (select order_id from refused)`
  return changed === 1
}
