import { newId } from '@makegood/core/ids'
import { makeGuestLink } from '@makegood/db/order/guest-link'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { confirmTestOrder } from '@makegood/db/testing/confirm-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder, type TestBrowser } from '../testing/test-browser.ts'

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
const open = (browser: TestBrowser, orderId: string, link: string, locale = 'ko') =>
  browser.request(`/order-links/${orderId}?link=${encodeURIComponent(link)}&locale=${locale}`, { redirect: 'manual' })
const see = (browser: TestBrowser, orderId: string) => browser.query('store.order.get', { orderId, locale: 'ko' })

test('a link of another order, an old one, a made-up one and one of somebody who can sign in all lead to the look-up', async () => {
  const guest = createTestBrowser(api)
  const [one, two] = [await placeTestOrder(guest, variantId), await placeTestOrder(guest, variantId)]
  const shopper = createTestBrowser(api)
  await shopper.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  await shopper.signUp()
  const { orderId: signedInOrder } = await placeTestOrder(shopper, variantId)
  const longAgo = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000)
  for (const [orderId, link] of [
    [two.orderId, await linkOf(one.orderId)],
    [one.orderId, await linkOf(one.orderId, longAgo)],
    [one.orderId, 'x'.repeat(30)],
    [one.orderId, ''],
    [signedInOrder, await linkOf(signedInOrder)],
    [newId('order', new Date()), await linkOf(one.orderId)],
    ['..%2f..', 'x'],
  ] as const) {
    const stranger = createTestBrowser(api)
    const answer = await open(stranger, orderId, link)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/orders/find?link=old'])
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})

test('a link is changed for a cookie that no script reads, and leads on without its token and without a referrer', async () => {
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  const link = await linkOf(orderId)
  const answer = await open(createTestBrowser(api), orderId, link, 'en')
  expect(answer.headers.get('location')).toBe(`/en/orders/${orderId}`)
  expect(answer.headers.getSetCookie()[0]).toMatch(/^mg_orders=.*HttpOnly.*SameSite=Lax/)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(api.logged()).not.toContain(link)
})

test('who came by a link can look and act, and sees the contact in part only', async () => {
  const { orderId } = await confirmTestOrder(api.db, { email: 'mina@example.com' })
  const friend = createTestBrowser(api)
  await open(friend, orderId, await linkOf(orderId))
  const { body } = await see(friend, orderId)
  expect(body.result?.data).toMatchObject({
    id: orderId,
    contactHidden: true,
    email: 'm•••@e•••.com',
    address: { recipient: '김••', phone: '010-••••-5678' },
  })
  const terms = await friend.query('store.order.getCancelTerms', { orderId })
  expect(terms.status).toBe(200)
  const expectedFeeMinor = String(terms.body.result?.data?.fee?.amountMinor)
  const cancellationId = newId('cancellation', new Date())
  const asked = await friend.mutate('store.order.cancel', { orderId, cancellationId, expectedFeeMinor })
  expect(asked.status).toBe(200)
  expect(await api.db.cancellation.count({ where: { id: cancellationId, orderId } })).toBe(1)
})

test('the link of one order opens no other order of the same guest', async () => {
  const guest = createTestBrowser(api)
  const [one, two] = [await placeTestOrder(guest, variantId), await placeTestOrder(guest, variantId)]
  const friend = createTestBrowser(api)
  await open(friend, one.orderId, await linkOf(one.orderId))
  expect((await see(friend, one.orderId)).status).toBe(200)
  expect((await see(friend, two.orderId)).status).toBe(404)
  expect((await friend.query('store.order.list', { locale: 'ko' })).body.result?.data?.orders).toEqual([])
})

test('the guest’s own browser sees everything, with the link or without', async () => {
  const guest = createTestBrowser(api)
  const { orderId, email } = await placeTestOrder(guest, variantId)
  const answer = await open(guest, orderId, await linkOf(orderId))
  expect(answer.headers.get('location')).toBe(`/orders/${orderId}`)
  expect((await see(guest, orderId)).body.result?.data).toMatchObject({ email, contactHidden: false })
})

test('a forged cookie shows nothing and breaks nothing, and only the five last links are kept', async () => {
  const forger = createTestBrowser(api)
  const { orderId } = await placeTestOrder(createTestBrowser(api), variantId)
  for (const value of [
    'x',
    `${orderId}~`,
    `${orderId}~1.${'A'.repeat(22)}`,
    '~|~|~',
    `${orderId}~${'a'.repeat(380)}`,
  ]) {
    forger.cookies.set('mg_orders', value)
    expect((await see(forger, orderId)).status).toBe(404)
  }
  const collector = createTestBrowser(api)
  const orderIds: string[] = []
  for (let i = 0; i < 6; i += 1) {
    const placed = await placeTestOrder(createTestBrowser(api), variantId)
    orderIds.push(placed.orderId)
    await open(collector, placed.orderId, await linkOf(placed.orderId))
  }
  const statuses = []
  for (const id of orderIds) statuses.push((await see(collector, id)).status)
  expect(statuses).toEqual([404, 200, 200, 200, 200, 200])
})
