import { setTimeout as sleep } from 'node:timers/promises'
import { lastShopDays } from '@makegood/core/shop-time'
import { type ProductUnits, readTop } from '../redis/sales-ranking.ts'
import { readTopSales } from './read-sales.ts'
import { type RankingStores, rankingDaysMax, rebuildDay } from './rebuild-day.ts'

const triesMax = 10
const waitMs = 50

export type TopProducts = {
  readonly days: number
  readonly limit: number
  readonly now: Date
  /** Hears of trouble with Redis; the answer then comes from Postgres. */
  readonly onRedisTrouble: (error: unknown) => void
}

/**
 * The products of which most was sold in the shop's last days, today included, the first first. Days that Redis has lost
 * are rebuilt; where Redis is away, Postgres answers.
 */
export const listTopProducts = async (stores: RankingStores, wanted: TopProducts): Promise<readonly ProductUnits[]> => {
  const days = lastShopDays(wanted.now, Math.min(wanted.days, rankingDaysMax))
  try {
    if (stores.redis.status !== 'ready') throw new Error(`Redis is away: the connection is ${stores.redis.status}`)
    for (let attempt = 0; attempt < triesMax; attempt += 1) {
      const answer = await readTop(stores.redis, days, wanted.limit)
      if ('top' in answer) return answer.top
      for (const day of answer.missing) if (!(await rebuildDay(stores, day))) await sleep(waitMs)
    }
    throw new Error('the sales ranking is being rebuilt')
  } catch (error) {
    wanted.onRedisTrouble(error)
    const [to = '', from = to] = [days[0], days.at(-1)]
    return await readTopSales(stores.db, { from, to, limit: wanted.limit })
  }
}
