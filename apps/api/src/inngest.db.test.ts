import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signEmptyBody } from './register-functions.ts'
import { startTestApi, type TestApi, testSecrets } from './testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ INNGEST_BASE_URL: 'http://127.0.0.1:9' })
})
afterAll(() => api.stop())

const call = (method: string, headers: Record<string, string> = {}, body?: string) =>
  fetch(`${api.url}/api/inngest?fnId=makegood-reserve-order&stepId=step`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body }),
  })
const secrets = [
  testSecrets.INNGEST_SIGNING_KEY.slice(-64),
  'event-key-of-the-tests',
  'sk_test_',
  'BETTER_AUTH',
  'DATABASE_URL',
]
const expectNoSecrets = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret)
}

test.each(['PATCH', 'DELETE', 'OPTIONS', 'HEAD'])(
  '%s is not allowed and says nothing of the environment',
  async method => {
    const answer = await call(method)
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST, PUT')
    const text = await answer.text()
    expect(text).toBe('')
    expectNoSecrets(JSON.stringify([...answer.headers]))
  },
)

const run = JSON.stringify({
  ctx: { run_id: 'r', fn_id: 'f', attempt: 0 },
  event: { name: 'order/created', data: {} },
  events: [],
  steps: {},
})

test.each([
  ['an unsigned POST', 'POST', {}, run],
  ['an unsigned PUT', 'PUT', {}, undefined],
  ['an unsigned PUT with an empty JSON body', 'PUT', { 'content-type': 'application/json' }, undefined],
  [
    'a POST signed with another key',
    'POST',
    { 'x-inngest-signature': signEmptyBody(`signkey-prod-${'ff'.repeat(32)}`, new Date()) },
    run,
  ],
  [
    'a PUT with an old signature',
    'PUT',
    { 'x-inngest-signature': signEmptyBody(testSecrets.INNGEST_SIGNING_KEY, new Date(Date.now() - 3_600_000)) },
    undefined,
  ],
])('%s is refused with 401 and runs nothing', async (_name, method, headers, body) => {
  const answer = await call(method, headers as Record<string, string>, body)
  expect(answer.status).toBe(401)
  expectNoSecrets(await answer.text())
  expect(await api.db.saga.count()).toBe(0)
})

test('GET without a signature tells no key and no function', async () => {
  const answer = await call('GET')
  const text = await answer.text()
  expectNoSecrets(text)
  expect(text).not.toContain('reserve-order')
})

test('a signed call with a run’s state of 5 MB is read, and only then its function looked up', async () => {
  // Signed is the canonical form: sorted keys.
  const body = JSON.stringify({
    ctx: { attempt: 0, run_id: 'r' },
    event: {},
    padding: 'x'.repeat(5 * 1024 * 1024),
    steps: {},
  })
  const seconds = Math.floor(Date.now() / 1000)
  const key = testSecrets.INNGEST_SIGNING_KEY.replace(/^signkey-[a-z0-9]+-/, '')
  const signature = createHmac('sha256', key).update(body).update(String(seconds)).digest('hex')
  const answer = await fetch(`${api.url}/api/inngest?fnId=makegood-no-such&stepId=step`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-inngest-signature': `t=${seconds}&s=${signature}` },
    body,
  })
  expect([401, 413]).not.toContain(answer.status)
  expectNoSecrets(await answer.text())
})
