import type { Tx } from '../client.ts'
import { countShelf } from './count-shelf.ts'
import { listCategories } from './list-categories.ts'
import { listProductCards } from './list-product-cards.ts'
import type { CatalogueReads } from './list-products.ts'
import { listShelf } from './list-shelf.ts'

/** The catalogue as it is in the database at each call, nothing remembered. */
export const readCatalogue = (db: Tx, listBestIds: CatalogueReads['listBestIds']): CatalogueReads => ({
  listShelf: shelf => listShelf(db, shelf),
  countShelf: shelf => countShelf(db, shelf),
  listCards: (productIds, locale) => listProductCards(db, { productIds, locale }),
  listCategories: locale => listCategories(db, locale),
  listBestIds,
})
