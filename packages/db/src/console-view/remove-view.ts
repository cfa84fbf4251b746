import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

/** Forgets a view; only its owner can. Throws `not-found`. */
export const removeView = async (db: Tx, operatorId: string, viewId: string): Promise<void> => {
  const removed = await db.$executeRaw`delete from console_view where id = ${viewId} and owner_id = ${operatorId}`
  if (removed === 0) throw new DomainError('not-found', `no view ${viewId} of this operator`)
}
