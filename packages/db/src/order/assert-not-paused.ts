import { DomainError } from '@makegood/core/errors'
import { findPausedRefusal } from '@makegood/core/order/decide-pause'
import type { Tx } from '../client.ts'
import { findPause } from '../saga/is-paused.ts'

/**
 * Refuses an act that moves a paused order by itself. For a caller that holds the order's row: whoever pauses takes that row
 * too, so that a pause is either seen here or begins after the act.
 */
export const assertNotPaused = async (tx: Tx, orderId: string): Promise<void> => {
  const refusal = findPausedRefusal(await findPause(tx, { orderId }))
  if (refusal) throw new DomainError(refusal, `order ${orderId} is paused`)
}
