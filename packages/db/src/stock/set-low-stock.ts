import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'

/** Says from how few on a variant is on the low-stock list, with its audit entry in the same transaction. */
export const setLowStock = (
  db: Db,
  { variantId, lowAt }: { readonly variantId: string; readonly lowAt: number },
  operatorId: string,
): Promise<{ readonly variantId: string }> =>
  inTransaction(db, async tx => {
    const [before] = await tx.$queryRaw<{ lowAt: number }[]>`
      select low_at as "lowAt" from stock where variant_id = ${variantId} for update`
    if (!before) throw new DomainError('not-found', `no stock of ${variantId}`)
    if (before.lowAt === lowAt) return { variantId }
    await tx.$executeRaw`update stock set low_at = ${lowAt} where variant_id = ${variantId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'stock.set-low',
      orderId: null,
      subject: variantId,
      details: { before: before.lowAt, after: lowAt },
    })
    return { variantId }
  })
