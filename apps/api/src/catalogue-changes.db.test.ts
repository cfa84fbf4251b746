import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startTestApi } from './testing/start-test-api.ts'

test('a web server hears of each change after the api has forgotten what it concerns, and that the line is alive', async () => {
  const api = await startTestApi()
  onTestFinished(() => api.stop())
  const { productId, variantId, slug } = await seedProductWithStock(api.db, { units: 3 })
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  await vi.waitFor(() => expect(api.api.catalogue.isTold()).toBe(true))
  await api.api.catalogue.get({ slug, locale: 'ko' })
  const answer = await fetch(`${api.url}/catalogue-changes`, { signal: stop.signal })
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await lines?.read())?.value).toBe('\n')
  await api.db.stock.update({ where: { variantId }, data: { available: 2, sold: 1 } })
  const next = await lines?.read()
  expect(next?.value).toContain(`few:${productId}\n`)
  expect((await api.api.catalogue.get({ slug, locale: 'ko' }))?.variants[0]?.available).toBe(2)
})
