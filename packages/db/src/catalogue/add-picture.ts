import { picturesMax } from '@makegood/core/catalogue/picture-rules'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction } from '../client.ts'
import { lockProduct } from './lock-product.ts'

export type AddPicture = {
  readonly productId: string
  readonly version: number
  readonly pictureId: string
  readonly path: string
  readonly width: number
  readonly height: number
}

/** Adds a stored picture at the end of a product's, with its name as text, where nobody has changed the product meanwhile. */
export const addPicture = (db: Db, picture: AddPicture, operatorId: string): Promise<{ readonly version: number }> =>
  inTransaction(db, async tx => {
    const { productId, version, pictureId, path, width, height } = picture
    await lockProduct(tx, productId, version)
    const added = await tx.$executeRaw`
      insert into picture (id, product_id, path, alt_ko, alt_en, width, height, position)
      select ${pictureId}, p.id, ${path}, p.name_ko, p.name_en, ${width}, ${height},
        (select coalesce(max(position), 0) + 1 from picture where product_id = p.id)
      from product p where p.id = ${productId}
        and (select count(*) from picture where product_id = p.id) < ${picturesMax}`
    if (added === 0) throw new DomainError('conflict', 'so many pictures', { reason: 'too-many-pictures' })
    await tx.$executeRaw`update product set version = version + 1 where id = ${productId}`
    await writeAudit(tx, {
      actorKind: 'operator',
      actorId: operatorId,
      action: 'catalogue.add-picture',
      orderId: null,
      subject: productId,
      details: { pictureId, path, width, height },
    })
    return { version: version + 1 }
  })
