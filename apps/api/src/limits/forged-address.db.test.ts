import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { createTestBrowser } from '../testing/test-browser.ts'

let direct: TestApi
let behindProxy: TestApi
beforeAll(async () => {
  const limit = { RATE_LIMIT_SIGN_IN_PER_MINUTE: '5' }
  direct = await startTestApi({ ...limit, TRUSTED_PROXIES: '' })
  behindProxy = await startTestApi(limit)
})
afterAll(() => Promise.all([direct.stop(), behindProxy.stop()]))

const guess = (api: TestApi, forwarded: string) =>
  createTestBrowser(api).post(
    '/auth/sign-in/email',
    { email: `${randomBytes(6).toString('hex')}@example.com`, password: 'a wrong password' },
    { 'x-forwarded-for': forwarded, 'x-real-ip': forwarded, forwarded: `for=${forwarded}` },
  )
const randomAddress = () => `10.${[...randomBytes(3)].join('.')}`

test('from a peer that is no proxy of ours X-Forwarded-For is not believed', async () => {
  const statuses = []
  for (let i = 0; i < 7; i += 1) statuses.push((await guess(direct, randomAddress())).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
})

test('only the address that our own proxy added counts, not what the client wrote before it', async () => {
  const real = randomAddress()
  const statuses = []
  for (let i = 0; i < 7; i += 1) statuses.push((await guess(behindProxy, `${randomAddress()}, ${real}`)).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
})

test('a client on the machine of the proxy cannot choose its address either', async () => {
  const statuses = []
  for (let i = 0; i < 7; i += 1) statuses.push((await guess(behindProxy, `${randomAddress()}, 127.0.0.1`)).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
})
