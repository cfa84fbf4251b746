import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { createTestCampaign } from '@makegood/db/testing/create-test-campaign'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser, testAddress } from '../../../../testing/test-browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const newShopper = async () => {
  const browser = createTestBrowser(api)
  await browser.signUp()
  return browser
}
const campaigns = async () =>
  (await createTestBrowser(api).query('store.coupon.listCampaigns', { locale: 'en' })).body.result?.data?.campaigns

test('a guest sees the campaigns and what is left, and must sign in to claim', async () => {
  const campaignId = await createTestCampaign(api.db, { quantity: 2 })
  expect(await campaigns()).toContainEqual(
    expect.objectContaining({ id: campaignId, name: 'Spring', quantity: 2, left: 2 }),
  )
  const refused = await createTestBrowser(api).mutate('store.coupon.claim', { campaignId })
  expect(refused).toMatchObject({ status: 401, body: { error: { data: { shopCode: 'sign-in-required' } } } })
})

test('one coupon a person, and none once all are gone', async () => {
  const campaignId = await createTestCampaign(api.db, { quantity: 2 })
  const [first, second, third] = [await newShopper(), await newShopper(), await newShopper()]
  const claimed = await first.mutate('store.coupon.claim', { campaignId })
  expect(claimed.status).toBe(200)
  const again = await first.mutate('store.coupon.claim', { campaignId })
  expect(again.body.error?.data).toMatchObject({
    shopCode: 'coupon-already-claimed',
    details: { claimId: claimed.body.result?.data?.claimId },
  })
  expect((await second.mutate('store.coupon.claim', { campaignId })).status).toBe(200)
  const late = await third.mutate('store.coupon.claim', { campaignId })
  expect(late).toMatchObject({ status: 409, body: { error: { data: { shopCode: 'coupon-sold-out' } } } })
  expect(await campaigns()).toContainEqual(expect.objectContaining({ id: campaignId, left: 0 }))
})

test('a claimed coupon is ready, then in use by the order that was placed with it, at the discounted total', async () => {
  const { variantId } = await seedProductWithStock(api.db, { units: 5 })
  const campaignId = await createTestCampaign(api.db)
  const shopper = await newShopper()
  const claimed = await shopper.mutate('store.coupon.claim', { campaignId })
  const claimId = String(claimed.body.result?.data?.claimId)
  const own = async () =>
    (await shopper.query('store.coupon.listOwn', { locale: 'ko' })).body.result?.data?.coupons as unknown
  expect(await own()).toMatchObject([
    { claimId, name: '봄맞이', state: 'ready', terms: { kind: 'PERCENT', percent: 10 } },
  ])

  await shopper.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  const order = {
    orderId: newId('order', new Date()),
    email: 'mina@example.com',
    address: testAddress,
    locale: 'ko',
    couponClaimId: claimId,
  }
  const full = await shopper.mutate('store.order.place', { ...order, expectedTotalMinor: '28000' })
  expect(full.body.error?.data).toMatchObject({ shopCode: 'total-changed', details: { totalMinor: '28200' } })
  expect((await shopper.mutate('store.order.place', { ...order, expectedTotalMinor: '28200' })).status).toBe(200)
  expect(await own()).toMatchObject([{ claimId, state: 'in-use', orderId: order.orderId }])
  const stranger = await newShopper()
  await stranger.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 })
  const theft = { ...order, orderId: newId('order', new Date()), expectedTotalMinor: '28200' }
  expect((await stranger.mutate('store.order.place', theft)).body.error?.data?.shopCode).toBe('coupon-not-valid')
})
