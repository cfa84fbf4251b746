import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const relatedOf = async (slug: string, more: object = {}) => {
  const answer = await createTestBrowser(api).query('store.catalogue.listRelated', { locale: 'en', slug, ...more })
  return { status: answer.status, products: answer.body.result?.data?.products }
}

test('an unknown product has nothing beside it, and more than a page can show is refused', async () => {
  expect(await relatedOf('no-such-thing')).toEqual({ status: 200, products: [] })
  for (const input of [{ limit: 0 }, { limit: 13 }, { slug: 'No Slug' }])
    expect((await relatedOf('no-such-thing', input)).status).toBe(400)
})

test('what has left the shop since is not shown, and the next one takes its place', async () => {
  const self = await seedProductWithStock(api.db, { units: 5 })
  for (let nr = 0; nr < 3; nr += 1) await seedProductWithStock(api.db, { units: 5 })
  const shown = async () => (await relatedOf(self.slug, { limit: 2 })).products as unknown as { id: string }[]
  const [first, second] = await shown()
  await api.db.product.update({ where: { id: first?.id ?? '' }, data: { published: false } })
  await vi.waitFor(async () => {
    const now = await shown()
    expect(now).toHaveLength(2)
    expect(now[0]).toEqual(second)
  })
})
