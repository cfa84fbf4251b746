import { setTimeout as sleep } from 'node:timers/promises'
import { lastShopDays } from '@makegood/core/shop-time'
import { recordOrders, type SoldOrder } from '../redis/sales-ranking.ts'
import { readSoldOrders } from './read-sales.ts'
import { type RankingStores, rankingDaysMax, rebuildDay } from './rebuild-day.ts'

const triesMax = 60
const waitMs = 100

/**
 * Counts what was sold with these orders, each once however often it is told, into the ranking of its day. A day that Redis
 * does not have is rebuilt first. Throws where Redis is away: told again later, nothing is lost. Days too old for any
 * ranking are left out.
 */
export const recordSales = async (stores: RankingStores, orderIds: readonly string[]): Promise<void> => {
  const recent = lastShopDays(new Date(), rankingDaysMax + 1)
  const byDay = Map.groupBy(await readSoldOrders(stores.db, orderIds), order => order.day)
  for (const [day, orders] of byDay) if (recent.includes(day)) await recordDay(stores, day, orders)
}

const recordDay = async (stores: RankingStores, day: string, orders: readonly SoldOrder[]): Promise<void> => {
  let open = orders
  for (let attempt = 0; attempt < triesMax; attempt += 1) {
    const answers = await recordOrders(stores.redis, day, open)
    open = open.filter((_, place) => answers[place] === 'missing')
    if (open.length === 0) return
    if (!(await rebuildDay(stores, day))) await sleep(waitMs)
  }
  throw new Error(`the sales ranking of ${day} could not be rebuilt`)
}
