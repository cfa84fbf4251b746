import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import webPush from 'web-push'
import { startTestSandbox, type TestSandbox } from '../../../test/start-test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
}, 20_000)
afterEach(() => sandbox.ask('/sandbox/faults', { method: 'DELETE' }))
afterAll(async () => await sandbox?.stop())

const vapid = { subject: 'mailto:shop@example.com', ...webPush.generateVAPIDKeys() }
type Subscription = { id: string; endpoint: string; keys: { p256dh: string; auth: string } }

const subscribe = async (body: unknown = { applicationServerKey: vapid.publicKey }) => {
  const answer = await sandbox.ask('/sandbox/push/subscriptions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Subscription
}

const send = async (subscription: Subscription, payload = 'hello', options: webPush.RequestOptions = {}) => {
  const { headers, body, endpoint } = webPush.generateRequestDetails(subscription, payload, {
    vapidDetails: vapid,
    TTL: 60,
    ...options,
  })
  return await fetch(endpoint, {
    method: 'POST',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: new Uint8Array(body ?? Buffer.alloc(0)),
  })
}
const got = async ({ id }: Subscription) =>
  (await (await sandbox.ask(`/sandbox/push/messages?subscriptionId=${id}`)).json()) as {
    count: number
    messages: Record<string, unknown>[]
  }

test('without proof of who sends, nothing is taken: no token, another key’s token, one for another server', async () => {
  const subscription = await subscribe()
  expect((await fetch(subscription.endpoint, { method: 'POST', headers: { ttl: '1' } })).status).toBe(401)
  const stranger = { ...vapid, ...webPush.generateVAPIDKeys() }
  expect((await send(subscription, 'x', { vapidDetails: stranger })).status).toBe(403)
  const mixed = { ...vapid, privateKey: stranger.privateKey }
  expect((await send(subscription, 'x', { vapidDetails: mixed })).status).toBe(403)
  const elsewhere = webPush.getVapidHeaders(
    'https://elsewhere.example',
    vapid.subject,
    vapid.publicKey,
    vapid.privateKey,
    'aes128gcm',
  )
  const answer = await fetch(subscription.endpoint, {
    method: 'POST',
    headers: { ttl: '1', authorization: elsewhere.Authorization },
  })
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('another server')])
  expect(await got(subscription)).toMatchObject({ count: 0 })
})

test('a body that the browser cannot open is refused', async () => {
  const [mine, other] = [await subscribe(), await subscribe()]
  expect((await send({ ...mine, keys: other.keys })).status).toBe(400)
  expect(await got(mine)).toMatchObject({ count: 0 })
})

test('a message is opened as the browser would, and kept with its time to live', async () => {
  const subscription = await subscribe()
  const answer = await send(subscription, '안녕 {"a":1}')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    201,
    expect.stringMatching(/\/push\/messages\/\d+$/),
  ])
  expect(await got(subscription)).toMatchObject({
    count: 1,
    messages: [{ payload: '안녕 {"a":1}', ttl: 60, urgency: 'normal', topic: null, received: 1 }],
  })
})

test('a topic’s next message takes the place of the one before', async () => {
  const subscription = await subscribe()
  await send(subscription, 'first', { topic: 'news' })
  await send(subscription, 'second', { topic: 'news' })
  expect(await got(subscription)).toMatchObject({ count: 1, messages: [{ payload: 'second', received: 2 }] })
})

test('unknown is 404, ended is 410, too long is 413', async () => {
  const subscription = await subscribe({})
  expect((await send({ ...subscription, endpoint: `${subscription.endpoint}x` })).status).toBe(404)
  expect((await send(subscription, 'x'.repeat(5000))).status).toBe(413)
  const end = () => sandbox.ask(`/sandbox/push/subscriptions/${subscription.id}`, { method: 'DELETE' })
  expect((await end()).status).toBe(200)
  expect((await send(subscription)).status).toBe(410)
  expect((await sandbox.ask('/sandbox/push/subscriptions/nobody', { method: 'DELETE' })).status).toBe(404)
})

test('each switch shows once', async () => {
  const subscription = await subscribe()
  for (const [mode, status] of [
    ['decline', 410],
    ['error500', 500],
  ] as const) {
    await sandbox.setFaults({ push: { mode, times: 1 } })
    expect((await send(subscription)).status).toBe(status)
  }
  await sandbox.setFaults({ push: { mode: 'send-then-timeout', times: 1, delayMs: 50 } })
  await expect(send(subscription)).rejects.toThrow('fetch failed')
  await sandbox.setFaults({ push: { mode: 'down', times: 1 } })
  await expect(send(subscription)).rejects.toThrow('fetch failed')
  expect((await send(subscription)).status).toBe(201)
  expect(await got(subscription)).toMatchObject({ count: 2 })
})
