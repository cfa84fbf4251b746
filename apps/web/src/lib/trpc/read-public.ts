import { rememberUntilDropped } from '@makegood/core/cache/remember-until-dropped'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { getEnv } from '@/env'
import { watchCatalogue } from '@/lib/catalogue-watch'
import type { AppRouter, Inputs, Outputs } from './router'
import { timedFetch } from './timed-fetch'

type Questions = Inputs['store']['catalogue']
type Answers = Outputs['store']['catalogue']
type ShopTerms = Outputs['store']['shop']['terms']

export type PublicReads = {
  readonly list: (input: Questions['list']) => Promise<Answers['list']>
  readonly listCategories: (input: Questions['listCategories']) => Promise<Answers['listCategories']>
  readonly listTop: (input: Questions['listTop']) => Promise<Answers['listTop']>
  readonly terms: () => Promise<ShopTerms>
}

/** Short, because with several api processes a change may reach this process before the one it reads from. */
const forMs = 2000
const entriesMax = 500

const createReads = (): PublicReads => {
  const link = httpBatchLink<AppRouter>({ url: `${getEnv().apiUrl}/trpc`, maxItems: 10, fetch: timedFetch(8_000) })
  const { catalogue, shop } = createTRPCClient<AppRouter>({ links: [link] }).store
  const watch = watchCatalogue(change => {
    // How many there are of something of which there are many is shown nowhere.
    if (change.kind !== 'stock') for (const remembered of all) remembered.dropAll()
  })
  const bounds = { entriesMax, forMs, isTold: watch.isTold, now: () => performance.now() }
  const list = rememberUntilDropped((input: Questions['list']) => catalogue.list.query(input), bounds)
  const listCategories = rememberUntilDropped(
    (input: Questions['listCategories']) => catalogue.listCategories.query(input),
    bounds,
  )
  const listTop = rememberUntilDropped((input: Questions['listTop']) => catalogue.listTop.query(input), bounds)
  // Nothing that is sold changes them.
  const terms = rememberUntilDropped((_: 'the shop') => shop.terms.query(), bounds)
  const all = [list, listCategories, listTop]
  return {
    list: list.ask,
    listCategories: listCategories.ask,
    listTop: listTop.ask,
    terms: () => terms.ask('the shop'),
  }
}

let reads: PublicReads | undefined

/** What everybody may read of the shop, asked of the api as nobody and remembered until the catalogue changes. */
export const readPublic = (): PublicReads => {
  reads ??= createReads()
  return reads
}
