import { productColours } from '@makegood/core/catalogue/colours'
import { readSearch } from '@makegood/core/catalogue/read-search'
import type { ProductCard } from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import type { ShelfCounts } from './count-shelf.ts'
import type { CategoryName } from './list-categories.ts'
import type { ListShelf } from './list-shelf.ts'
import type { ListProducts, ProductPage } from './product-page.ts'

export const pageSize = 24

/** What a list is made of. Each part may be remembered by itself, because each changes at other moments. */
export type CatalogueReads = {
  readonly listShelf: (shelf: ListShelf) => Promise<readonly string[]>
  readonly countShelf: (shelf: Pick<ListShelf, 'search' | 'filters'>) => Promise<ShelfCounts>
  readonly listCards: (productIds: readonly string[], locale: Locale) => Promise<readonly ProductCard[]>
  readonly listCategories: (locale: Locale) => Promise<readonly CategoryName[]>
  readonly listBestIds: () => Promise<readonly string[]>
}

/** One page of the products that are for sale and match, with what else the filters could show. */
export const listProducts = async (reads: CatalogueReads, input: ListProducts): Promise<ProductPage> => {
  const { locale, sort, page, q, ...filters } = input
  const search = q === undefined ? null : readSearch(q)
  const bestIds = sort === 'best' ? await reads.listBestIds() : []
  const [ids, counts, categories] = await Promise.all([
    reads.listShelf({ search, filters, sort, bestIds, limit: pageSize, offset: (page - 1) * pageSize }),
    reads.countShelf({ search, filters }),
    reads.listCategories(locale),
  ])
  return {
    products: [...(await reads.listCards(ids, locale))],
    categories: categories.map(({ slug, name }) => ({ slug, name, count: counts.categories[slug] ?? 0 })),
    colours: productColours.map(colour => ({ colour, count: counts.colours[colour] ?? 0 })),
    total: counts.total,
    page,
    pageSize,
  }
}
