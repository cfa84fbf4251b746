import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

export type CategoryName = { readonly slug: string; readonly name: string }

/** Every category in the shop's order, named in this language. */
export const listCategories = async (db: Tx, locale: Locale): Promise<readonly CategoryName[]> =>
  await db.$queryRaw<CategoryName[]>`
    select slug, case when ${locale === 'en'} then name_en else name_ko end as name from category order by position, slug`
