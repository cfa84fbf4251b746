import type { AuditAct } from '@makegood/core/audit/acts'
import { categoriesMax, type SaveCategoryInput } from '@makegood/core/catalogue/category-inputs'
import { DomainError } from '@makegood/core/errors'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'

type Done = { readonly slug: string }

const audit = (
  tx: Tx,
  operatorId: string,
  action: AuditAct,
  slug: string,
  details: Readonly<Record<string, unknown>>,
) => writeAudit(tx, { actorKind: 'operator', actorId: operatorId, action, orderId: null, subject: slug, details })

const readCategory = async (tx: Tx, slug: string): Promise<SaveCategoryInput> => {
  const [row] = await tx.$queryRaw<SaveCategoryInput[]>`
    select slug, name_ko as "nameKo", name_en as "nameEn" from category where slug = ${slug} for update`
  if (!row) throw new DomainError('not-found', `no category ${slug}`)
  return row
}

/** Adds a category at the end, with its audit entry; an address that is taken is refused. */
export const addCategory = (db: Db, category: SaveCategoryInput, operatorId: string): Promise<Done> =>
  inTransaction(db, async tx => {
    const { slug, nameKo, nameEn } = category
    const added = await tx.$executeRaw`
      insert into category (slug, name_ko, name_en, position)
      select ${slug}, ${nameKo}, ${nameEn}, (select coalesce(max(position), 0) + 1 from category)
      where (select count(*) from category) < ${categoriesMax} on conflict (slug) do nothing`
    if (added === 0) throw new DomainError('conflict', `${slug} is taken`, { reason: 'slug-taken' })
    await audit(tx, operatorId, 'catalogue.add-category', slug, { after: category })
    return { slug }
  })

/** Gives a category other names, with its audit entry; its products are found by them from then on. */
export const renameCategory = (db: Db, category: SaveCategoryInput, operatorId: string): Promise<Done> =>
  inTransaction(db, async tx => {
    const { slug, nameKo, nameEn } = category
    const before = await readCategory(tx, slug)
    if (before.nameKo === nameKo && before.nameEn === nameEn) return { slug }
    await tx.$executeRaw`update category set name_ko = ${nameKo}, name_en = ${nameEn} where slug = ${slug}`
    await audit(tx, operatorId, 'catalogue.rename-category', slug, { before, after: category })
    return { slug }
  })

/** Puts all categories in this order, with an audit entry; refused where it does not name exactly those that are there. */
export const orderCategories = (db: Db, slugs: readonly string[], operatorId: string): Promise<void> =>
  inTransaction(db, async tx => {
    const before = await tx.$queryRaw<Done[]>`select slug from category order by position, slug for update`
    const known = new Set(before.map(({ slug }) => slug))
    if (slugs.length !== known.size || !slugs.every(slug => known.has(slug)) || new Set(slugs).size !== slugs.length)
      throw new DomainError('conflict', 'other categories are there now', { reason: 'categories-changed' })
    await tx.$executeRaw`
      update category c set position = w.place from unnest(${[...slugs]}::text[]) with ordinality as w(slug, place)
      where c.slug = w.slug and c.position <> w.place`
    await audit(tx, operatorId, 'catalogue.order-categories', 'categories', {
      before: before.map(({ slug }) => slug),
      after: slugs,
    })
  })

/** Removes a category that has no products, archived ones counted, with its audit entry; else refused with how many. */
export const removeCategory = (db: Db, slug: string, operatorId: string): Promise<Done> =>
  inTransaction(db, async tx => {
    const before = await readCategory(tx, slug)
    const [left] = await tx.$queryRaw<{ products: number }[]>`
      select count(*)::int as products from product where category_slug = ${slug}`
    if (left && left.products > 0)
      throw new DomainError('conflict', `${slug} has products`, { reason: 'category-in-use', products: left.products })
    await tx.$executeRaw`delete from category where slug = ${slug}`
    await audit(tx, operatorId, 'catalogue.remove-category', slug, { before })
    return { slug }
  })
