import { recordSales } from '@makegood/db/ranking/record-sales'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { expect, onTestFinished, test } from 'vitest'
import { startTestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

/** A Redis database of its own: the ranking is the shop's, not one test's. */
const startApi = async (redisUrl = process.env.TEST_REDIS_URL ?? '') => {
  const url = new URL(redisUrl)
  url.pathname = '/11'
  const api = await startTestApi({ REDIS_URL: url.href })
  onTestFinished(() => api.stop())
  return api
}

test('what sold best comes first, as cards in the caller’s language; what is no longer for sale is left out', async () => {
  const api = await startApi()
  await api.api.redis.flushdb()
  const products = []
  for (const quantity of [3, 9, 6]) {
    const product = await seedProductWithStock(api.db, { units: 50 })
    const { orderId } = await confirmTestOrder(api.db, { lines: [{ variantId: product.variantId, quantity }] })
    await recordSales(api.api, [orderId])
    products.push(product)
  }
  const [third, best, hidden] = products
  await api.db.product.update({ where: { id: hidden?.productId ?? '' }, data: { published: false } })
  const list = async (input: object) =>
    (await createTestBrowser(api).query('store.catalogue.listTop', { locale: 'en', ...input })).body.result?.data
      ?.products
  expect(await list({})).toEqual([
    expect.objectContaining({ id: best?.productId, name: `Bowl ${best?.slug}`, available: 41, priceVaries: false }),
    expect.objectContaining({ id: third?.productId, priceFrom: { amountMinor: '28000', currency: 'KRW' } }),
  ])
  expect(await list({ limit: 1 })).toHaveLength(1)
  for (const input of [{ days: 0 }, { days: 31 }, { limit: 25 }])
    expect((await createTestBrowser(api).query('store.catalogue.listTop', { locale: 'en', ...input })).status).toBe(400)
})

test('without Redis the list comes from Postgres, and the log says so', async () => {
  const api = await startApi('redis://127.0.0.1:9')
  const { variantId, productId } = await seedProductWithStock(api.db, { units: 5 })
  await confirmTestOrder(api.db, { lines: [{ variantId, quantity: 1 }] })
  const answer = await createTestBrowser(api).query('store.catalogue.listTop', { locale: 'ko' })
  expect(answer.body.result?.data?.products).toMatchObject([{ id: productId }])
  expect(api.logged()).toContain('Redis is away')
})
