import { listTopProducts } from '@makegood/db/ranking/list-top-products'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { expect, onTestFinished, test } from 'vitest'
import { readShopEvents } from '../../../test/read-shop-events.ts'
import { createTestDeps } from '../../testing/test-deps.ts'
import { reaction } from './sales-ranking.ts'

test('processed orders count once each, told twice and at once, and Redis emptied in between costs nothing', async () => {
  const database = await createTestDatabase()
  onTestFinished(() => database.drop())
  const url = new URL(process.env.TEST_REDIS_URL ?? '')
  url.pathname = '/10'
  const deps = createTestDeps(database.db, url.href)
  onTestFinished(() => deps.redis.disconnect())
  await deps.redis.flushdb()
  const { productId, variantId } = await seedProductWithStock(database.db, { units: 100 })
  const events = []
  for (let n = 0; n < 6; n += 1) {
    const { orderId } = await confirmTestOrder(database.db, { lines: [{ variantId, quantity: 2 }] })
    events.push(...(await readShopEvents(database.db, orderId, ['order/processed'])))
  }
  await reaction.handle(deps, events.slice(0, 3))
  await Promise.all([reaction.handle(deps, events), deps.redis.flushdb(), reaction.handle(deps, events.toReversed())])
  const wanted = { days: 1, limit: 10, now: new Date(), onRedisTrouble: (error: unknown) => expect(error).toBeNull() }
  expect(await listTopProducts(deps, wanted)).toEqual([{ productId, units: 12 }])
})
