import { rememberUntilDropped } from '@makegood/core/cache/remember-until-dropped'
import type { CatalogueChange } from '@makegood/core/catalogue/catalogue-change'
import type { listTopInput, searchInput } from '@makegood/core/catalogue/inputs'
import type {
  CategoryTile,
  nearbySchema,
  ProductCard,
  ProductDetail,
  suggestionsSchema,
} from '@makegood/core/catalogue/views'
import type { Locale } from '@makegood/core/locale'
import { type GetProduct, getProduct } from '@makegood/db/catalogue/get-product'
import { listCategoryTiles } from '@makegood/db/catalogue/list-category-tiles'
import { type CatalogueReads, listProducts } from '@makegood/db/catalogue/list-products'
import { listenToChanges } from '@makegood/db/catalogue/listen-to-changes'
import type { ListProducts, ProductPage } from '@makegood/db/catalogue/product-page'
import { readCatalogue } from '@makegood/db/catalogue/read-catalogue'
import { findNearby, suggestProducts } from '@makegood/db/catalogue/search-products'
import type { Db } from '@makegood/db/client'
import { listTopProducts } from '@makegood/db/ranking/list-top-products'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { z } from 'zod'
import { batchCards } from './batch-cards.ts'
import { createBroadcast } from './create-broadcast.ts'
import { rememberBriefly } from './remember-briefly.ts'

type Search = z.output<typeof searchInput>

/** What every shopper may read, remembered until the database tells that it changed. */
export type Catalogue = {
  readonly list: (input: ListProducts) => Promise<ProductPage>
  readonly listCards: CatalogueReads['listCards']
  readonly listCategoryTiles: (locale: Locale) => Promise<readonly CategoryTile[]>
  readonly listTop: (input: z.output<typeof listTopInput>) => Promise<readonly ProductCard[]>
  readonly get: (input: GetProduct) => Promise<ProductDetail | null>
  readonly suggest: (input: Search) => Promise<z.output<typeof suggestionsSchema>>
  readonly findNearby: (input: Search) => Promise<z.output<typeof nearbySchema>>
  /** Hears of every change after this process has dropped what it concerns; `catalogue` also where changes may have been missed. */
  readonly follow: (listener: (change: CatalogueChange) => void) => () => void
  readonly isTold: () => boolean
  readonly close: () => Promise<void>
}

const belt = 60_000
const shelfEntriesMax = 1000
const cardEntriesMax = 20_000
const productEntriesMax = 2000
/** Whole pages are short-lived: what sold best, which some are ordered by, is told by nobody. */
const pages = { forMs: 5000, entriesMax: 500 }
/** The ranking is no promise to a shopper: a sale may count a few seconds late. */
const ranking = { forMs: 5000, entriesMax: 100 }
const bestDays = 30
const bestMax = 240
/** Twice as many are ranked as are shown: what sold well may no longer be for sale. */
const spare = 2

export const createCatalogue = (deps: {
  readonly databaseUrl: string
  readonly db: Db
  readonly redis: Redis
  readonly logger: Logger
}): Catalogue => {
  const { db, redis, logger } = deps
  let told = false
  const bounds = (entriesMax: number) => ({ entriesMax, forMs: belt, isTold: () => told, now: () => performance.now() })
  const broadcast = createBroadcast<CatalogueChange>()

  const sayRedisTrouble = (error: unknown) => logger.warn({ err: error }, 'the sales ranking is read without Redis')
  const rank = rememberBriefly(async ({ days, limit }: { readonly days: number; readonly limit: number }) => {
    const top = await listTopProducts({ db, redis }, { days, limit, now: new Date(), onRedisTrouble: sayRedisTrouble })
    return top.map(({ productId }) => productId)
  }, ranking)
  const direct = readCatalogue(db, () => rank({ days: bestDays, limit: bestMax }))

  const shelves = rememberUntilDropped(direct.listShelf, bounds(shelfEntriesMax))
  const counts = rememberUntilDropped(direct.countShelf, bounds(shelfEntriesMax))
  const categories = rememberUntilDropped(direct.listCategories, bounds(10))
  const tiles = rememberUntilDropped((locale: Locale) => listCategoryTiles(db, locale), bounds(10))
  const cards = rememberUntilDropped(batchCards(direct.listCards), bounds(cardEntriesMax))
  const products = rememberUntilDropped((question: GetProduct) => getProduct(db, question), bounds(productEntriesMax))
  const listCards = async (ids: readonly string[], locale: Locale): Promise<readonly ProductCard[]> =>
    (await Promise.all(ids.map(id => cards.ask({ id, locale })))).filter(card => card !== null)
  const reads: CatalogueReads = {
    listShelf: shelves.ask,
    countShelf: counts.ask,
    listCategories: categories.ask,
    listBestIds: direct.listBestIds,
    listCards,
  }

  const lists = rememberUntilDropped((input: ListProducts) => listProducts(reads, input), { ...bounds(0), ...pages })

  const dropAll = (): void => {
    for (const remembered of [shelves, counts, categories, tiles, cards, lists, products]) remembered.dropAll()
  }
  const dropWhatChanged = (change: CatalogueChange): void => {
    if (change.kind === 'catalogue') {
      dropAll()
      return
    }
    cards.drop((_, { id }) => id === change.productId)
    products.drop(product => product === null || product.id === change.productId)
    lists.drop(page => change.kind === 'product' || page.products.some(({ id }) => id === change.productId))
    if (change.kind !== 'product') return
    shelves.dropAll()
    counts.dropAll()
    tiles.dropAll()
  }
  const beginAnew = (isTold: boolean): void => {
    told = isTold
    dropAll()
    broadcast.tell({ kind: 'catalogue' })
  }

  const stop = new AbortController()
  const listening = listenToChanges(
    deps.databaseUrl,
    {
      onChange: change => {
        dropWhatChanged(change)
        broadcast.tell(change)
      },
      onHeard: () => beginAnew(true),
      onDeaf: error => {
        if (told) logger.warn({ err: error }, 'nobody tells of catalogue changes: nothing is remembered meanwhile')
        beginAnew(false)
      },
    },
    stop.signal,
  )
  return {
    list: lists.ask,
    listCards,
    listCategoryTiles: tiles.ask,
    listTop: async ({ days, limit, locale }) =>
      (await listCards(await rank({ days, limit: limit * spare }), locale)).slice(0, limit),
    get: products.ask,
    suggest: input => suggestProducts(reads, input),
    findNearby: input => findNearby({ db, reads }, input),
    follow: broadcast.follow,
    isTold: () => told,
    close: async () => {
      stop.abort()
      await listening
    },
  }
}
