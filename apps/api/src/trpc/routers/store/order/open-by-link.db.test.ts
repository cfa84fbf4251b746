import { orderViewSchema } from '@makegood/core/order/views'
import { makeGuestLink } from '@makegood/db/order/guest-link'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, type TestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const linkOf = async (orderId: string, at = new Date()) => {
  const { visitorHash } = await api.db.order.findUniqueOrThrow({ where: { id: orderId } })
  return makeGuestLink({ orderId, visitorHash: visitorHash ?? '' }, at)
}
const open = (browser: TestBrowser, orderId: string, token: string) =>
  browser.query('store.order.openByLink', { orderId, token, locale: 'ko' })

test('a link of another order, an old one and one of somebody who can sign in open nothing', async () => {
  const guest = createTestBrowser(api)
  const [one, two] = [await placeTestOrder(guest, variantId), await placeTestOrder(guest, variantId)]
  const stranger = createTestBrowser(api)
  expect((await open(stranger, two.orderId, await linkOf(one.orderId))).status).toBe(404)
  const longAgo = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000)
  expect((await open(stranger, one.orderId, await linkOf(one.orderId, longAgo))).status).toBe(404)
  expect((await open(stranger, one.orderId, 'x'.repeat(30))).status).toBe(400)

  const shopper = createTestBrowser(api)
  await shopper.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  await shopper.signUp()
  const { orderId } = await placeTestOrder(shopper, variantId)
  expect((await open(stranger, orderId, await linkOf(orderId))).status).toBe(404)
})

test('a guest’s link shows the order in another browser, and lets nobody do anything with it', async () => {
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  const elsewhere = createTestBrowser(api)
  const answer = await open(elsewhere, orderId, await linkOf(orderId))
  expect(answer.status).toBe(200)
  expect(orderViewSchema.parse(answer.body.result?.data)).toMatchObject({ id: orderId })
  expect(answer.headers.getSetCookie()).toEqual([])
  expect((await elsewhere.query('store.order.get', { orderId, locale: 'ko' })).status).toBe(404)
  expect(api.logged()).not.toContain(await linkOf(orderId))
})
