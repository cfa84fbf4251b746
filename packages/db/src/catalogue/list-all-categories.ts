import type { operatorCategoriesSchema } from '@makegood/core/catalogue/operator-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type Categories = z.infer<typeof operatorCategoriesSchema>['categories']

/** Every category in its order, with how many products it has, archived ones too. */
export const listAllCategories = async (db: Tx): Promise<Categories> =>
  await db.$queryRaw<Categories>`
    select c.slug, c.name_ko as "nameKo", c.name_en as "nameEn", c.position,
      (select count(*)::int from product p where p.category_slug = c.slug) as products
    from category c order by c.position, c.slug`
