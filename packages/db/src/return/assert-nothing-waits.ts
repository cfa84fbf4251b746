import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import type { ReturnRow } from './lock-return.ts'

/**
 * Refuses an act on a return of which something waits for a second pair of eyes: what would be agreed to is decided by nobody
 * else meanwhile. Sent again, a request does not stand in its own way. The caller holds the order.
 */
export const assertNothingWaits = async (tx: Tx, { id, orderId }: ReturnRow, own: string | null): Promise<void> => {
  const [waiting] = await tx.$queryRaw<{ id: string }[]>`
    select id from approval where order_id = ${orderId} and input ->> 'returnId' = ${id} and state = 'WAITING'
      and expires_at > now() and id is distinct from ${own} limit 1`
  if (waiting) throw new DomainError('approval-waiting', 'it waits for somebody else', { approvalId: waiting.id })
}
