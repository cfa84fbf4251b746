import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const ownerOf = async (id: string) => (await api.db.order.findUniqueOrThrow({ where: { id } })).userId

test('a guest must sign in to keep an order, and nobody else’s browser keeps it, signed in or not', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 5 })
  const guest = createTestBrowser(api)
  const { orderId } = await placeTestOrder(guest, variantId)
  expect((await guest.mutate('store.order.claim', { orderId })).body.error?.data?.shopCode).toBe('sign-in-required')
  const stranger = createTestBrowser(api)
  await stranger.signUp()
  expect((await stranger.mutate('store.order.claim', { orderId })).status).toBe(404)
  expect(await ownerOf(orderId)).toBeNull()
})

test('whoever signs up in the browser that placed it keeps it, and a second press changes nothing', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 5 })
  const guest = createTestBrowser(api)
  const { orderId } = await placeTestOrder(guest, variantId)
  const seen = await guest.query('store.order.get', { orderId, locale: 'ko' })
  expect(seen.body.result?.data).toMatchObject({ ofAccount: false, delivery: { method: 'standard' } })
  await guest.signUp()
  for (let press = 0; press < 2; press += 1)
    expect((await guest.mutate('store.order.claim', { orderId })).status).toBe(200)
  expect(await ownerOf(orderId)).not.toBeNull()
  const kept = await guest.query('store.order.get', { orderId, locale: 'ko' })
  expect(kept.body.result?.data).toMatchObject({ ofAccount: true })
})
