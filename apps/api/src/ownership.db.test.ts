import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from './testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder } from './testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 50 })).variantId
})
afterAll(() => api.stop())

const withoutRequestId = (body: unknown): string => JSON.stringify(body).replace(/cor_\w+/g, '')

test("someone else's order is answered exactly as one that does not exist, to guests and to signed-in people", async () => {
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  const [guestWithoutCookie, guest, shopper] = [createTestBrowser(api), createTestBrowser(api), createTestBrowser(api)]
  await guest.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  await shopper.signUp()
  for (const stranger of [guestWithoutCookie, guest, shopper]) {
    const get = (id: string) => stranger.query('store.order.get', { orderId: id, locale: 'ko' })
    const pay = (id: string) =>
      stranger.mutate('store.order.pay', {
        orderId: id,
        paymentId: newId('payment', new Date()),
        paymentMethod: 'pm_card_visa',
      })
    const terms = (id: string) => stranger.query('store.order.getCancelTerms', { orderId: id })
    const cancel = (id: string) =>
      stranger.mutate('store.order.cancel', { orderId: id, cancellationId: newId('cancellation', new Date()) })
    const confirm = (id: string) => stranger.mutate('store.order.confirmPurchase', { orderId: id })
    const look = (id: string) =>
      stranger.mutate('store.order.lookAgain', { orderId: id, paymentId: newId('payment', new Date()) })
    const giveBack = (id: string) =>
      stranger.mutate('store.return.request', {
        orderId: id,
        returnId: newId('return', new Date()),
        reason: 'other',
        lines: [{ variantId, quantity: 1 }],
      })
    for (const ask of [get, pay, terms, cancel, confirm, look, giveBack]) {
      const [real, none] = [await ask(orderId), await ask(newId('order', new Date()))]
      expect(real.status).toBe(404)
      expect(withoutRequestId(real.body)).toBe(withoutRequestId(none.body))
    }
    expect((await stranger.query('store.order.list', { locale: 'ko' })).body.result?.data?.orders).toEqual([])
  }
  expect(await api.db.payment.count({ where: { orderId } })).toBe(0)
  expect(await api.db.cancellation.count()).toBe(0)
  expect(await api.db.returnRequest.count()).toBe(0)
})

test("a guest's order stays reachable after sign-up, and the cart comes along once", async () => {
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  await browser.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 2 })
  const before = await browser.query('store.cart.get', { locale: 'ko' })
  const { email, password } = await browser.signUp()
  expect((await browser.query('store.order.get', { orderId, locale: 'ko' })).status).toBe(200)
  const after = await browser.query('store.cart.get', { locale: 'ko' })
  expect(after.body).toEqual(before.body)
  await browser.post('/auth/sign-out', {})
  expect((await browser.query('store.cart.get', { locale: 'ko' })).body.result?.data?.count).toBe(0)
  await browser.post('/auth/sign-in/email', { email, password })
  expect((await browser.query('store.cart.get', { locale: 'ko' })).body).toEqual(before.body)
})

test('the same order id again gives the same order; with other content it is refused', async () => {
  const browser = createTestBrowser(api)
  const order = await placeTestOrder(browser, variantId)
  const again = await browser.mutate('store.order.place', order)
  expect(again).toMatchObject({ status: 200, body: { result: { data: { orderId: order.orderId } } } })
  const other = await browser.mutate('store.order.place', { ...order, email: 'else@example.com' })
  expect(other.status).toBe(409)
  const thief = createTestBrowser(api)
  await thief.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  expect((await thief.mutate('store.order.place', order)).body.error?.data?.shopCode).toBe('order-id-taken')
  expect(await api.db.order.count({ where: { id: order.orderId } })).toBe(1)
})

test('the console answers an operator and nobody else, from the next call after a role changes', async () => {
  const browser = createTestBrowser(api)
  const { userId } = await browser.signUp()
  const { orderId } = await placeTestOrder(browser, variantId)
  const ask = () => browser.query('admin.order.get', { orderId, locale: 'ko' })
  expect((await ask()).status).toBe(403)
  await api.db.user.update({ where: { id: userId }, data: { role: 'support' } })
  expect((await ask()).body.result?.data).toMatchObject({ id: orderId, history: [{ toStatus: 'PENDING' }] })
  expect((await browser.query('admin.order.list', {})).body.result?.data?.orders).toBeDefined()
  expect((await browser.query('admin.order.get', { orderId: newId('order', new Date()), locale: 'ko' })).status).toBe(
    404,
  )
  for (const cursor of ['x', '\u0000', "' or 1=1 --", 'a_b', '2026-11-21T00:00:00.000Z_ord_1', '99999999999999_x'])
    expect((await browser.query('admin.order.list', { cursor })).status).toBeLessThan(500)
  await api.db.user.update({ where: { id: userId }, data: { role: 'shopper' } })
  expect((await ask()).status).toBe(403)
  await api.db.session.deleteMany({ where: { userId } })
  expect((await ask()).status).toBe(401)
})
