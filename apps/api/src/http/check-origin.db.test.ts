import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser } from '../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi()
  variantId = (await seedProductWithStock(api.db, { units: 5 })).variantId
})
afterAll(() => api.stop())

const json = { 'content-type': 'application/json' }
const foreign = [
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['an origin that only begins like the shop', { origin: 'http://shop.test.evil.example' }],
  ['the origin null', { origin: 'null' }],
  ['no origin', {}],
] as const

test.each(foreign)('%s with cookies may not change a cart nor sign out', async (_name, origin) => {
  const browser = createTestBrowser(api)
  await browser.signUp()
  const body = JSON.stringify({ locale: 'ko', variantId, quantity: 1 })
  const headers = { ...json, ...origin }
  const add = await browser.request('/trpc/store.cart.addLine', { method: 'POST', headers, body })
  expect(add).toMatchObject({ status: 403, body: { error: { data: { shopCode: 'forbidden' } } } })
  expect((await browser.request('/auth/sign-out', { method: 'POST', headers, body: '{}' })).status).toBe(403)
  expect((await browser.query('store.cart.get', { locale: 'ko' })).body.result?.data?.count).toBe(0)
  expect((await browser.query('store.account.me')).body.result?.data).not.toBeNull()
})

test.each(foreign.slice(0, 3))('%s may not sign anyone in, cookies or not', async (_name, origin) => {
  const { email, password } = await createTestBrowser(api).signUp()
  const answer = await createTestBrowser(api).request('/auth/sign-in/email', {
    method: 'POST',
    headers: { ...json, ...origin },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('a forged Host or X-Forwarded-Host does not become the shop', async () => {
  const browser = createTestBrowser(api)
  await browser.signUp()
  const answer = await browser.mutate(
    'store.cart.addLine',
    { locale: 'ko', variantId, quantity: 1 },
    {
      origin: 'http://evil.example',
      'x-forwarded-host': 'evil.example',
    },
  )
  expect(answer.status).toBe(403)
})
