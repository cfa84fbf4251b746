import type { Db } from '../client.ts'
import type { Redis } from '../redis/create-redis.ts'
import { beginDayRebuild, endDayRebuild, type KeepUntil, loadDay } from '../redis/rebuild-sales-ranking.ts'
import { readSalesOfDay } from './read-sales.ts'

/** How many days a ranking may look back. */
export const rankingDaysMax = 30
/** A duplicate that comes later than this makes the day be rebuilt, which is slower and just as right. */
const ordersKeptDays = 5
const dayMs = 24 * 60 * 60 * 1000

export type RankingStores = { readonly db: Db; readonly redis: Redis }

/**
 * Rebuilds a day that Redis has lost or never had from Postgres, one at a time in the whole shop. Orders that are counted
 * meanwhile wait for it, so none is lost and none is counted twice. False where somebody else is at it.
 */
export const rebuildDay = async ({ db, redis }: RankingStores, day: string): Promise<boolean> => {
  const token = await beginDayRebuild(redis, day)
  if (token === null) return false
  try {
    return await loadDay(redis, day, token, { ...(await readSalesOfDay(db, day)), keepUntil: keepUntilOf(day) })
  } finally {
    await endDayRebuild(redis, day, token)
  }
}

const keepUntilOf = (day: string): KeepUntil => {
  const begin = Date.parse(`${day}T00:00:00Z`)
  return {
    units: new Date(begin + (rankingDaysMax + 3) * dayMs),
    // An old day whose orders come late must hold long enough to count them.
    orders: new Date(Math.max(begin + ordersKeptDays * dayMs, Date.now() + dayMs)),
  }
}
