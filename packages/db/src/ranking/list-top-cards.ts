import type { listTopInput } from '@makegood/core/catalogue/inputs'
import type { ProductCard } from '@makegood/core/catalogue/views'
import type { z } from 'zod'
import { listProductCards } from '../catalogue/list-product-cards.ts'
import { listTopProducts } from './list-top-products.ts'
import type { RankingStores } from './rebuild-day.ts'

export type ListTop = z.output<typeof listTopInput>

/** Twice as many are ranked as are shown: what sold well may no longer be for sale. */
const spare = 2

/** The cards of what sold best in the last days, the first first; fewer where fewer products were sold. */
export const listTopCards = async (
  stores: RankingStores,
  { locale, days, limit }: ListTop,
  onRedisTrouble: (error: unknown) => void,
): Promise<ProductCard[]> => {
  const ranked = await listTopProducts(stores, { days, limit: limit * spare, now: new Date(), onRedisTrouble })
  const productIds = ranked.map(product => product.productId)
  return (await listProductCards(stores.db, { productIds, locale })).slice(0, limit)
}
