import type { SaveProductInput } from '@makegood/core/catalogue/operator-inputs'
import type { OperatorProduct } from '@makegood/core/catalogue/operator-views'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { getOperatorProduct } from './get-operator-product.ts'
import { lockProduct } from './lock-product.ts'
import { requireCategory } from './require-category.ts'
import { writeVariants } from './write-variants.ts'

/**
 * Saves a product with its variants where nobody has changed it since the version that the operator saw, with its audit
 * entry in the same transaction; else refused with the version that is there, and nothing is written.
 */
export const saveProduct = (
  db: Db,
  { productId, version, ...shall }: SaveProductInput,
  operatorId: string,
): Promise<{ readonly productId: string; readonly version: number }> =>
  inTransaction(db, async tx => {
    await lockProduct(tx, productId, version)
    await requireCategory(tx, shall.categorySlug)
    const before = await getOperatorProduct(tx, productId)
    await tx.$executeRaw`
      update product set version = version + 1, category_slug = ${shall.categorySlug}, name_ko = ${shall.nameKo},
        name_en = ${shall.nameEn}, description_ko = ${shall.descriptionKo}, description_en = ${shall.descriptionEn},
        details_ko = ${shall.detailsKo}, details_en = ${shall.detailsEn}, colour = ${shall.colour}, mended = ${shall.mended}
      where id = ${productId}`
    await writeVariants(tx, productId, shall.variants)
    if (before.state === 'published') await refuseUnsellable(tx, productId)
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'catalogue.save',
      orderId: null,
      subject: productId,
      details: { version: version + 1, changes: whatChanges(before, shall) },
    })
    return { productId, version: version + 1 }
  })

/** What is published has something to buy; else its page would stand empty. */
export const refuseUnsellable = async (tx: Tx, productId: string): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`select 1 from variant where product_id = ${productId} and active limit 1`
  if (rows.length === 0)
    throw new DomainError('conflict', 'nothing of the product is sold', { reason: 'nothing-to-sell' })
}

type Shall = Omit<SaveProductInput, 'productId' | 'version'>

const whatChanges = (before: OperatorProduct, { variants, ...fields }: Shall): readonly object[] => {
  const ofProduct = Object.entries(fields)
    .map(([field, after]) => ({ field, before: Reflect.get(before, field) as unknown, after }))
    .filter(change => change.before !== change.after)
  const known = new Map(
    before.variants.map(({ id, sku, optionKo, optionEn, price, active }) => [
      id,
      { id, sku, optionKo, optionEn, priceMinor: price.amountMinor, active },
    ]),
  )
  const ofVariants = variants
    .map(after => ({ variant: after.id, before: known.get(after.id) ?? null, after }))
    .filter(change => JSON.stringify(change.before) !== JSON.stringify(orderKeys(change.after)))
  const gone = before.variants.filter(({ id, active }) => active && !variants.some(variant => variant.id === id))
  return [
    ...ofProduct,
    ...ofVariants,
    ...gone.map(({ id }) => ({ variant: id, field: 'active', before: true, after: false })),
  ]
}

const orderKeys = ({ id, sku, optionKo, optionEn, priceMinor, active }: SaveProductInput['variants'][number]) => ({
  id,
  sku,
  optionKo,
  optionEn,
  priceMinor,
  active,
})
