import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser, testAddress, withDelivery } from '../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi({
    RATE_LIMIT_SIGN_IN_PER_MINUTE: '10',
    RATE_LIMIT_SIGN_UP_PER_HOUR: '3',
    RATE_LIMIT_CHECKOUT_PER_MINUTE: '5',
    RATE_LIMIT_CART_PER_MINUTE: '4',
  })
  variantId = (await seedProductWithStock(api.db, { units: 5 })).variantId
})
afterAll(() => api.stop())

const line = () => ({ locale: 'ko', variantId, quantity: 1 })

test('twenty guesses at one account end in 429, whatever address they seem to come from', async () => {
  const email = `${randomBytes(6).toString('hex')}@example.com`
  const answers = []
  for (let i = 0; i < 20; i += 1)
    answers.push(await createTestBrowser(api).post('/auth/sign-in/email', { email, password: 'a wrong password' }))
  expect(answers.map(answer => answer.status)).toEqual([...Array(10).fill(401), ...Array(10).fill(429)])
  expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(answers.at(-1)?.body.code).toBe('too-many-requests')
})

test('guesses at many accounts from one address end in 429', async () => {
  const browser = createTestBrowser(api)
  const statuses = []
  for (let i = 0; i < 12; i += 1)
    statuses.push(
      (await browser.post('/auth/sign-in/email', { email: `${i}-${browser.address}@example.com`, password: 'x' }))
        .status,
    )
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
})

test('sign-ups from one address end in 429', async () => {
  const browser = createTestBrowser(api)
  const signUp = () =>
    browser.post('/auth/sign-up/email', {
      name: 'Mina',
      email: `${randomBytes(6).toString('hex')}@example.com`,
      password: 'a long password',
    })
  expect([await signUp(), await signUp(), await signUp(), await signUp()].map(answer => answer.status)).toEqual([
    200, 200, 200, 429,
  ])
})

test('each call of a batch counts', async () => {
  const browser = createTestBrowser(api)
  await browser.mutate('store.cart.addLine', line())
  const answer = await browser.post(`/trpc/${Array(5).fill('store.cart.addLine').join(',')}?batch=1`, {
    0: line(),
    1: line(),
    2: line(),
    3: line(),
    4: line(),
  })
  const codes = Object.values(answer.body).map(part => part?.error?.data?.shopCode)
  expect(codes.filter(code => String(code) === 'too-many-requests').length).toBe(1)
  expect((await browser.mutate('store.cart.addLine', line())).status).toBe(429)
  // Looking is not limited.
  expect((await browser.query('store.cart.get', { locale: 'ko' })).status).toBe(200)
})

test('a guest who throws the cookie away each time is still counted by address', async () => {
  const browser = createTestBrowser(api)
  const statuses = []
  for (let i = 0; i < 6; i += 1) {
    browser.cookies.clear()
    statuses.push((await browser.mutate('store.cart.addLine', line())).status)
  }
  expect(statuses.slice(-2)).toEqual([429, 429])
})

test('made-up visitor cookies do not open the limit of an address', async () => {
  const browser = createTestBrowser(api)
  let refused = 0
  for (let i = 0; i < 45; i += 1) {
    browser.cookies.set('mg_visitor', randomBytes(24).toString('base64url'))
    if ((await browser.mutate('store.cart.addLine', line())).status === 429) refused += 1
  }
  expect(refused).toBe(5)
})

test('payments are refused before they reach the database or the gateway', async () => {
  const browser = createTestBrowser(api)
  const added = await browser.mutate('store.cart.addLine', line())
  const orderId = newId('order', new Date())
  const order = {
    orderId,
    expectedTotalMinor: withDelivery(added.body.result?.data?.total?.amountMinor),
    email: 'mina@example.com',
    address: testAddress,
    locale: 'ko',
  }
  expect((await browser.mutate('store.order.place', order)).status).toBe(200)
  const statuses = []
  for (let i = 0; i < 6; i += 1) {
    const paymentId = newId('payment', new Date())
    statuses.push(
      (await browser.mutate('store.order.pay', { orderId, paymentId, paymentMethod: 'pm_card_visa' })).status,
    )
  }
  expect(statuses).toEqual([409, 409, 409, 409, 429, 429])
})
