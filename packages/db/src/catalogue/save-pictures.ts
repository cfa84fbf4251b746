import type { SavePicturesInput } from '@makegood/core/catalogue/picture-rules'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { lockProduct } from './lock-product.ts'

/**
 * Puts a product's pictures in their order with their texts, and takes those away that are left out, where nobody has
 * changed the product meanwhile. The files stay: orders show them as they were bought.
 */
export const savePictures = (
  db: Db,
  { productId, version, pictures }: SavePicturesInput,
  operatorId: string,
): Promise<{ readonly productId: string; readonly version: number }> =>
  inTransaction(db, async tx => {
    await lockProduct(tx, productId, version)
    const before = await tx.$queryRaw<{ id: string; altKo: string; altEn: string }[]>`
      select id, alt_ko as "altKo", alt_en as "altEn" from picture where product_id = ${productId} order by position`
    if (pictures.some(({ id }) => !before.some(picture => picture.id === id)))
      throw new DomainError('not-found', 'a picture of another product')
    await tx.$executeRaw`
      delete from picture where product_id = ${productId} and id <> all(${pictures.map(({ id }) => id)}::text[])`
    // Places are unique: everything moves out of the way first.
    await tx.$executeRaw`update picture set position = position + 1000 where product_id = ${productId}`
    await tx.$executeRaw`
      update picture i set position = w.place, alt_ko = w."altKo", alt_en = w."altEn"
      from jsonb_to_recordset(${JSON.stringify(pictures.map((picture, at) => ({ ...picture, place: at + 1 })))}::jsonb)
        as w(id text, "altKo" text, "altEn" text, place int)
      where i.id = w.id and i.product_id = ${productId}`
    await tx.$executeRaw`update product set version = version + 1 where id = ${productId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'catalogue.save-pictures',
      orderId: null,
      subject: productId,
      details: { before, after: pictures },
    })
    return { productId, version: version + 1 }
  })
