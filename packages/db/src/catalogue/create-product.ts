import type { CreateProductInput } from '@makegood/core/catalogue/operator-inputs'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { requireCategory } from './require-category.ts'
import { writeVariants } from './write-variants.ts'

/**
 * Makes one product for one client-made id, as a draft at the end of the list, with its audit entry in the same
 * transaction. The same id again makes nothing more and answers the same; an address that is taken is refused.
 */
export const createProduct = (
  db: Db,
  product: CreateProductInput,
  operatorId: string,
): Promise<{ readonly productId: string; readonly version: number }> =>
  inTransaction(db, async tx => {
    const { productId, slug } = product
    await requireCategory(tx, product.categorySlug)
    if (!(await insertProduct(tx, product))) {
      const [there] = await tx.$queryRaw<{ id: string; version: number }[]>`
        select id, version from product where id = ${productId} or slug = ${slug} order by id = ${productId} desc limit 1`
      if (there?.id === productId) return { productId, version: there.version }
      throw new DomainError('conflict', `the address ${slug} is taken`, { reason: 'slug-taken' })
    }
    await writeVariants(tx, productId, product.variants)
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'catalogue.create',
      orderId: null,
      subject: productId,
      details: product,
    })
    return { productId, version: 1 }
  })

const insertProduct = async (tx: Tx, product: CreateProductInput): Promise<boolean> => {
  const inserted = await tx.$executeRaw`
    insert into product (id, slug, category_slug, name_ko, name_en, description_ko, description_en, details_ko, details_en,
      colour, mended, published, position)
    values (${product.productId}, ${product.slug}, ${product.categorySlug}, ${product.nameKo}, ${product.nameEn},
      ${product.descriptionKo}, ${product.descriptionEn}, ${product.detailsKo}, ${product.detailsEn}, ${product.colour},
      ${product.mended}, false, (select coalesce(max(position), 0) + 1 from product))
    on conflict do nothing`
  return inserted === 1
}
