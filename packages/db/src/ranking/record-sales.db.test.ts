import { shopDayOf } from '@makegood/core/shop-time'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createRedis, type Redis } from '../redis/create-redis.ts'
import { beginDayRebuild, loadDay } from '../redis/rebuild-sales-ranking.ts'
import { recordOrders } from '../redis/sales-ranking.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { listTopProducts } from './list-top-products.ts'
import { readSalesOfDay } from './read-sales.ts'
import { rebuildDay } from './rebuild-day.ts'
import { recordSales } from './record-sales.ts'

let database: TestDatabase
let redis: Redis
beforeAll(async () => {
  database = await createTestDatabase()
  redis = createRedis(testRedisUrl(), 'ranking test')
})
afterAll(async () => {
  redis.disconnect()
  await database.drop()
})
beforeEach(() => redis.flushdb())

/** A Redis database of its own: these tests empty it. */
const testRedisUrl = (): string => {
  const url = new URL(process.env.TEST_REDIS_URL ?? '')
  url.pathname = '/9'
  return url.href
}

const stores = () => ({ db: database.db, redis })
const fail = (error: unknown) => {
  throw error
}
const top = (days = 7, limit = 1000) =>
  listTopProducts(stores(), { days, limit, now: new Date(), onRedisTrouble: fail })
const unitsOf = async (productId: string, days = 7) =>
  (await top(days)).find(product => product.productId === productId)?.units ?? 0

const sell = async (quantity: number, product?: { productId: string; variantId: string }) => {
  const { productId, variantId } = product ?? (await seedProductWithStock(database.db, { units: 100 }))
  const { orderId } = await confirmTestOrder(database.db, { lines: [{ variantId, quantity }] })
  return { orderId, productId, variantId }
}

test('Redis emptied in the middle of many orders at once loses none and doubles none', async () => {
  const product = await seedProductWithStock(database.db, { units: 500 })
  let begun = 0
  const sellSome = async () => {
    while (begun < 60) {
      begun += 1
      // Never again near the end: a rebuild after the last flush must not hide what was lost.
      if (begun % 9 === 0 && begun < 40) await redis.flushdb()
      const { orderId } = await sell(2, product)
      await Promise.all([recordSales(stores(), [orderId]), recordSales(stores(), [orderId, orderId])])
    }
  }
  await Promise.all(Array.from({ length: 8 }, sellSome))
  expect(await unitsOf(product.productId)).toBe(120)
  expect((await readSalesOfDay(database.db, shopDayOf(new Date()))).units).toEqual([
    { productId: product.productId, units: 120 },
  ])
})

test('an order counts once, however often and however it is told', async () => {
  const { orderId, productId } = await sell(3)
  await Promise.all(Array.from({ length: 10 }, () => recordSales(stores(), [orderId])))
  await recordSales(stores(), [orderId, orderId])
  expect(await unitsOf(productId)).toBe(3)
})

test('an order that is confirmed while a day is rebuilt is counted, whether the rebuild saw it or not', async () => {
  const day = shopDayOf(new Date())
  const seen = await sell(1)
  const token = await beginDayRebuild(redis, day)
  const snapshot = await readSalesOfDay(database.db, day)
  const unseen = await sell(1, seen)
  const recording = recordSales(stores(), [seen.orderId, unseen.orderId])
  const keepUntil = { units: new Date(Date.now() + 60_000), orders: new Date(Date.now() + 60_000) }
  expect(await loadDay(redis, day, token ?? '', { ...snapshot, keepUntil })).toBe(true)
  await redis.del(`sales:{ranking}:${day}:rebuild`)
  await recording
  expect(await unitsOf(seen.productId)).toBe(2)
})

test('a rebuild whose right was lost, or that comes after another, puts nothing in place', async () => {
  const day = shopDayOf(new Date())
  const { orderId, productId } = await sell(1)
  const late = await beginDayRebuild(redis, day)
  const stale = { units: [], orderIds: [], keepUntil: { units: new Date(), orders: new Date() } }
  await redis.flushdb()
  expect(await loadDay(redis, day, late ?? '', stale)).toBe(false)
  expect(await rebuildDay(stores(), day)).toBe(true)
  const second = await beginDayRebuild(redis, day)
  await loadDay(redis, day, second ?? '', stale)
  expect(await unitsOf(productId)).toBe(1)
  expect(await recordOrders(redis, day, [{ orderId, lines: [{ productId, units: 1 }] }])).toEqual(['known'])
})

test.each(['units', 'orders'])('a day of which only the %s are lost is rebuilt whole', async what => {
  const { orderId, productId } = await sell(2)
  await recordSales(stores(), [orderId])
  await redis.del(`sales:{ranking}:${shopDayOf(new Date())}:${what}`)
  await recordSales(stores(), [orderId])
  expect(await unitsOf(productId)).toBe(2)
})

test('everything of a day goes away by itself', async () => {
  await recordSales(stores(), [(await sell(1)).orderId])
  for (const key of await redis.keys('sales:*')) expect(await redis.pttl(key)).toBeGreaterThan(0)
})

test('orders that were never confirmed do not count', async () => {
  const { variantId, productId } = await seedProductWithStock(database.db, { units: 10 })
  const { orderId } = await seedReservedOrder(database.db, { lines: [{ variantId, quantity: 5 }] })
  await recordSales(stores(), [orderId])
  expect(await unitsOf(productId)).toBe(0)
})

test('the days of the shop are added up, most sold first, and older days are left out', async () => {
  const [few, many, old] = [await sell(4), await sell(5), await sell(50)]
  const daysBack = async (orderId: string, days: number) =>
    database.db.$executeRaw`update "order" set placed_at = now() - make_interval(days => ${days}) where id = ${orderId}`
  await daysBack(few.orderId, 2)
  await daysBack(many.orderId, 1)
  await daysBack(old.orderId, 8)
  await recordSales(stores(), [few.orderId, many.orderId, old.orderId])
  const few2 = await sell(3, few)
  await recordSales(stores(), [few2.orderId])
  const wanted = [few.productId, many.productId, old.productId]
  const ranked = async (days: number) => (await top(days)).filter(({ productId }) => wanted.includes(productId))
  expect(await ranked(7)).toEqual([
    { productId: few.productId, units: 7 },
    { productId: many.productId, units: 5 },
  ])
  expect((await ranked(30))[0]).toEqual({ productId: old.productId, units: 50 })
  expect(await ranked(1)).toEqual([{ productId: few.productId, units: 3 }])
  expect(await top(7, 1)).toHaveLength(1)
})

test('where Redis is away telling fails loudly, and the list is read from Postgres all the same', async () => {
  const { orderId, productId } = await sell(150, await seedProductWithStock(database.db, { units: 150 }))
  const away = createRedis('redis://127.0.0.1:9', 'nobody')
  away.on('error', () => undefined)
  const told: unknown[] = []
  await expect(recordSales({ db: database.db, redis: away }, [orderId])).rejects.toThrow()
  const wanted = { days: 7, limit: 1, now: new Date(), onRedisTrouble: (error: unknown) => void told.push(error) }
  expect(await listTopProducts({ db: database.db, redis: away }, wanted)).toEqual([{ productId, units: 150 }])
  expect(told).toHaveLength(1)
  away.disconnect()
})
