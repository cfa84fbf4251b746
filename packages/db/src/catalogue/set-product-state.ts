import type { SetProductStateInput } from '@makegood/core/catalogue/operator-inputs'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { getOperatorProduct } from './get-operator-product.ts'
import { lockProduct } from './lock-product.ts'
import { refuseUnsellable } from './save-product.ts'

/**
 * Puts a product on sale, back among the drafts, or away for good, where nobody has changed it since the version that the
 * operator saw, with its audit entry in the same transaction. What is not on sale can be put in no cart and be paid in no
 * new order; orders that have it stay as they are. The state that it has already changes nothing.
 */
export const setProductState = (
  db: Db,
  { productId, version, state }: SetProductStateInput,
  operatorId: string,
): Promise<{ readonly productId: string; readonly version: number }> =>
  inTransaction(db, async tx => {
    await lockProduct(tx, productId, version)
    const before = await getOperatorProduct(tx, productId)
    if (before.state === state) return { productId, version }
    if (state === 'published') await refuseUnsellable(tx, productId)
    await tx.$executeRaw`
      update product set version = version + 1, published = ${state === 'published'},
        archived_at = ${state === 'archived' ? new Date() : null}
      where id = ${productId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'catalogue.set-state',
      orderId: null,
      subject: productId,
      details: { before: before.state, after: state },
    })
    return { productId, version: version + 1 }
  })
