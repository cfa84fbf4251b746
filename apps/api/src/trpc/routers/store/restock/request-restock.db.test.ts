import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../../testing/start-test-api.ts'
import { createTestBrowser } from '../../../../testing/test-browser.ts'

let api: TestApi
let variantId: string
beforeAll(async () => {
  api = await startTestApi({ RATE_LIMIT_RESTOCK_PER_HOUR: '4' })
  variantId = (await seedProductWithStock(api.db, { units: 0 })).variantId
})
afterAll(() => api.stop())

/** An address of this run only: the limits are kept in Redis, for an hour. */
const newEmail = () => `${randomBytes(6).toString('hex')}@example.com`
const ask = (browser: ReturnType<typeof createTestBrowser>, more: object = {}) =>
  browser.mutate('store.restock.request', { locale: 'ko', variantId, ...more })

test('a guest without an address, and one with none that a mail could reach, are refused and nothing is kept', async () => {
  const browser = createTestBrowser(api)
  expect((await ask(browser)).body.error?.data).toMatchObject({ shopCode: 'invalid-input' })
  for (const email of ['', 'mina', 'mina@', `${'a'.repeat(250)}@example.com`, ['a@b.co'], '<script>@x'])
    expect((await ask(createTestBrowser(api), { email })).status, String(email)).toBe(400)
  expect((await ask(createTestBrowser(api), { email: 'a@example.com', userId: 'usr_1' })).status).toBe(400)
  const unknown = await ask(createTestBrowser(api), { email: 'a@example.com', variantId: newId('variant', new Date()) })
  expect(unknown.status).toBe(404)
  expect(await api.db.restockRequest.count()).toBe(0)
})

test('asking again, however the address is typed, is answered in the same way and kept once', async () => {
  const answers = []
  const typed = newEmail()
  for (const email of [typed, ` ${typed.toUpperCase()} `]) answers.push(await ask(createTestBrowser(api), { email }))
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
    { status: 200, body: { result: { data: { kept: true } } } },
    { status: 200, body: { result: { data: { kept: true } } } },
  ])
  expect(await api.db.restockRequest.findMany({ where: { email: typed } })).toMatchObject([
    { variantId, userId: null, locale: 'ko', notifiedAt: null },
  ])
})

test('a signed-in shopper is told at their own address, whatever other one is named', async () => {
  const browser = createTestBrowser(api)
  const [{ email, userId }, victim] = [await browser.signUp(), newEmail()]
  expect((await ask(browser, { email: victim })).status).toBe(200)
  expect(await api.db.restockRequest.findMany({ where: { userId } })).toMatchObject([{ email }])
  expect(await api.db.restockRequest.count({ where: { email: victim } })).toBe(0)
})

test('calls end in 429 for one caller, and for one address from wherever it is named', async () => {
  const browser = createTestBrowser(api)
  const statuses = []
  for (let n = 0; n < 6; n += 1) statuses.push((await ask(browser, { email: newEmail() })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  const [named, target] = [[] as number[], newEmail()]
  for (let n = 0; n < 6; n += 1) named.push((await ask(createTestBrowser(api), { email: target })).status)
  expect(named).toEqual([200, 200, 200, 200, 429, 429])
})
