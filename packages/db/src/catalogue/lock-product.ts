import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

/** Locks a product for the caller's transaction, and refuses where it is not at this version any more. */
export const lockProduct = async (tx: Tx, productId: string, version: number): Promise<void> => {
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    select version from product where id = ${productId} for update`
  if (!row) throw new DomainError('not-found', `no product ${productId}`)
  if (row.version !== version)
    throw new DomainError('conflict', `${productId} is at version ${row.version}, not ${version}`, {
      reason: 'product-changed',
      version: row.version,
    })
}
