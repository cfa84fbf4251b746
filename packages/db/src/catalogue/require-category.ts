import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

/** Holds a category in the caller's transaction, so that it is not removed meanwhile; refuses one that is not there. */
export const requireCategory = async (tx: Tx, slug: string): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from category where slug = ${slug} for key share`
  if (rows.length === 0) throw new DomainError('conflict', `no category ${slug}`, { reason: 'no-category' })
}
