import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { appendEvents } from '../outbox/append-events.ts'
import { newEvent } from '../outbox/new-event.ts'
import { assertReturnIs, lockReturn } from './lock-return.ts'

/** Records that the carrier has picked the goods up; a return that is further on already stays where it is. */
export const markReturnPickedUp = async (tx: Tx, returnId: string): Promise<void> => {
  await tx.$executeRaw`
    update return_request set status = 'PICKED_UP', picked_up_at = now() where id = ${returnId} and status = 'ACCEPTED'`
}

export type ReceivedLine = { readonly variantId: string; readonly restocked: number; readonly writtenOff: number }

/**
 * Records what came back and in which state, line by line, once, and wakes the saga that waits for it. Every unit of the
 * return must be accounted for. Of a return that was accepted without its goods nothing can come back: they are written off.
 */
export const receiveReturn = async (
  tx: Tx,
  returnId: string,
  lines: readonly ReceivedLine[],
): Promise<{ readonly orderId: string }> => {
  const row = await lockReturn(tx, returnId)
  assertReturnIs(row, 'ACCEPTED', 'PICKED_UP')
  if (row.withoutGoods) throw new DomainError('return-moved-on', 'the return was accepted without its goods')
  const { orderId } = row
  const rows = JSON.stringify(lines)
  const known = await tx.$executeRaw`
    update return_line l set restocked = g.restocked, written_off = g."writtenOff"
    from jsonb_to_recordset(${rows}::jsonb) as g("variantId" text, restocked int, "writtenOff" int)
    where l.return_id = ${returnId} and l.variant_id = g."variantId" and g.restocked >= 0 and g."writtenOff" >= 0
      and g.restocked + g."writtenOff" = l.quantity`
  const open = await tx.$queryRaw<{ variantId: string }[]>`
    select variant_id as "variantId" from return_line where return_id = ${returnId} and restocked + written_off <> quantity`
  if (open.length > 0)
    throw new DomainError('invalid-input', 'every unit must be for sale again or written off', {
      variantIds: open.map(line => line.variantId),
    })
  if (known !== lines.length) throw new DomainError('invalid-input', 'a line is not of this return')
  await tx.$executeRaw`
    update return_request set status = 'RECEIVED', received_at = now()
    where id = ${returnId} and status in ('ACCEPTED', 'PICKED_UP')`
  await appendEvents(tx, row.correlationId, [newEvent('return/changed', { orderId, returnId })])
  return { orderId }
}

/** A lost parcel: all of its goods are written off. */
export const writeReturnOff = async (tx: Tx, returnId: string): Promise<void> => {
  await tx.$executeRaw`update return_line set written_off = quantity where return_id = ${returnId} and restocked = 0`
}

export type ReturnGoods = { readonly variantId: string; readonly restocked: number; readonly writtenOff: number }

/** What came back with a return, line by line. */
export const listReturnGoods = async (tx: Tx, returnId: string): Promise<readonly ReturnGoods[]> =>
  await tx.$queryRaw<ReturnGoods[]>`
    select variant_id as "variantId", restocked, written_off as "writtenOff" from return_line
    where return_id = ${returnId} order by variant_id`

/** Records that a return is over: the money is back. Once. */
export const markReturnRefunded = async (tx: Tx, returnId: string): Promise<boolean> => {
  const changed = await tx.$executeRaw`
    update return_request set status = 'REFUNDED', refunded_at = now()
    where id = ${returnId} and status in ('ACCEPTED', 'PICKED_UP', 'RECEIVED')`
  return changed === 1
}

/** True while a return of this order is asked for or under way. */
export const hasOpenReturn = async (tx: Tx, orderId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from return_request
    where order_id = ${orderId} and status in ('REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED')`
  return rows.length > 0
}
