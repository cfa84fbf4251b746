import { once } from 'node:events'
import { connect } from 'node:net'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { expect, onTestFinished, test } from 'vitest'
import { openEventStream } from './testing/open-event-stream.ts'
import { startTestApi } from './testing/start-test-api.ts'
import { createTestBrowser, placeTestOrder } from './testing/test-browser.ts'

const start = async (overrides?: Record<string, string>) => {
  const api = await startTestApi(overrides)
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped ??= api.stop()
    return stopped
  }
  onTestFinished(stop)
  return { ...api, stop }
}

test('every kind of answer carries the secure headers and is kept by no cache', async () => {
  const api = await start()
  const browser = createTestBrowser(api)
  const answers = await Promise.all([
    browser.query('store.catalogue.list', { locale: 'ko' }),
    browser.query('store.cart.get', { locale: 'ko' }),
    browser.query('admin.order.list', {}),
    browser.request('/auth/get-session'),
    browser.request('/nothing/here'),
    browser.request('/health'),
  ])
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-request-id')).toMatch(/^cor_/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('behind https the cookies are Secure', async () => {
  const api = await start({ WEB_URL: 'https://shop.test' })
  const { variantId } = await seedProductWithStock(api.db, { units: 1 })
  const browser = createTestBrowser(api)
  const origin = { origin: 'https://shop.test' }
  const added = await browser.mutate('store.cart.addLine', { locale: 'ko', variantId, quantity: 1 }, origin)
  const person = { name: 'Mina', email: 'mina@example.com', password: 'a long password' }
  const signedUp = await browser.post('/auth/sign-up/email', person, origin)
  const cookies = [...added.headers.getSetCookie(), ...signedUp.headers.getSetCookie()]
  expect(cookies.map(cookie => cookie.split('=')[0])).toEqual(['mg_visitor', '__Secure-better-auth.session_token'])
  for (const cookie of cookies) expect(cookie).toMatch(/; Secure/)
  expect(added.headers.get('strict-transport-security')).toContain('max-age')
})

test('an error that nobody foresaw is a request id to the caller, and a stack in the log', async () => {
  const api = await start()
  const browser = createTestBrowser(api)
  await api.db.$executeRaw`alter table category rename to category_gone`
  const answer = await browser.query('store.catalogue.list', { locale: 'ko' })
  expect(answer.status).toBe(500)
  const requestId = String(answer.body.error?.data?.requestId)
  expect(answer.body).toEqual({
    error: {
      code: -32603,
      message: 'internal',
      data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, shopCode: null, details: {}, requestId },
    },
  })
  const line = api
    .logged()
    .split('\n')
    .find(entry => entry.includes(requestId) && entry.includes('"level":50'))
  expect(line).toContain('list-categories.ts')
  expect(line).toContain('42P01')
})

test('health names the part that is away', async () => {
  const api = await start({ REDIS_URL: 'redis://127.0.0.1:9' })
  const answer = await createTestBrowser(api).request('/health')
  expect(answer).toMatchObject({ status: 503, body: { status: 'trouble', parts: { database: 'ok', redis: 'away' } } })
})

test('without Redis the shop still sells: catalogue, cart, sign-up and an order', async () => {
  const api = await start({ REDIS_URL: 'redis://127.0.0.1:9' })
  const { variantId } = await seedProductWithStock(api.db, { units: 1 })
  const browser = createTestBrowser(api)
  expect((await browser.query('store.catalogue.list', { locale: 'ko' })).status).toBe(200)
  const { orderId } = await placeTestOrder(browser, variantId)
  await browser.signUp()
  const stream = await openEventStream(api, browser, 'store.order.follow', { orderId, locale: 'ko' })
  await stream.next()
  expect((await stream.next()).id).toMatch(/^1\./)
  expect(api.logged()).toContain('Redis is away')
})

test('stopping ends live views so that they come back elsewhere, and takes less than five seconds', async () => {
  const api = await start()
  const { variantId } = await seedProductWithStock(api.db, { units: 1 })
  const browser = createTestBrowser(api)
  const { orderId } = await placeTestOrder(browser, variantId)
  const stream = await openEventStream(api, browser, 'store.order.follow', { orderId, locale: 'ko' })
  await stream.next()
  await stream.next()
  const started = Date.now()
  const stopped = api.stop()
  // `return` would tell the browser that the view is complete, and it would not come back.
  expect((await stream.next()).event).toBe('closed')
  await stopped
  expect(Date.now() - started).toBeLessThan(5000)
  await expect(browser.request('/health')).rejects.toThrow()
})

test('an upload that stands still is cut off', async () => {
  const api = await start()
  const { server } = api.app
  expect([server.requestTimeout, server.headersTimeout]).toEqual([15_000, 15_000])
  server.headersTimeout = 200
  server.requestTimeout = 200
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
  })
  let answer = ''
  socket.setEncoding('utf8').on('data', (part: string) => {
    answer += part
  })
  socket.write(
    'POST /trpc/store.cart.addLine HTTP/1.1\r\nhost: shop.test\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"loc',
  )
  await once(socket, 'close')
  expect(answer).toContain('408')
}, 30_000)
