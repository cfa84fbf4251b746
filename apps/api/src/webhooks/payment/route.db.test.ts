import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi, testSecrets } from '../../testing/start-test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const nowSeconds = () => Math.floor(Date.now() / 1000)
const sign = (body: string, { at = nowSeconds(), secret = testSecrets.STRIPE_WEBHOOK_SECRET } = {}) =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`

const makeEvent = (type = 'payment_intent.succeeded') =>
  JSON.stringify({
    id: `evt_${randomBytes(8).toString('hex')}`,
    object: 'event',
    type,
    created: nowSeconds(),
    livemode: false,
    data: { object: { id: 'pi_1', amount_received: 1000, currency: 'krw', latest_charge: 'ch_1', metadata: {} } },
  })

const send = (body: string, signature: string | undefined, contentType = 'application/json; charset=utf-8') =>
  fetch(`${api.url}/webhooks/payment`, {
    method: 'POST',
    headers: { 'content-type': contentType, ...(signature === undefined ? {} : { 'stripe-signature': signature }) },
    body,
  })
const countStored = () => api.db.webhookInbox.count()

test('a signed webhook is stored as it came, byte for byte, and a second delivery once', async () => {
  const body = makeEvent().replace('{"id"', '{ "id"')
  const before = await countStored()
  const answers = await Promise.all([send(body, sign(body)), send(body, sign(body)), send(body, sign(body))])
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 200])
  expect(await countStored()).toBe(before + 1)
  const stored = await api.db.webhookInbox.findFirst({ where: { eventId: JSON.parse(body).id } })
  expect(stored).toMatchObject({ provider: 'payment', type: 'payment_intent.succeeded', body, handledAt: null })
})

const types = ['payment_intent.succeeded', 'payment_intent.payment_failed', 'charge.refunded', 'some.other.event']
const forgeries: readonly (readonly [string, (body: string) => readonly [string, string | undefined]])[] = [
  ['no signature', body => [body, undefined]],
  ['an empty signature', body => [body, '']],
  ['a signature of another secret', body => [body, sign(body, { secret: 'whsec_of_somebody_else' })]],
  ['a changed body', body => [body.replace('1000', '9999'), sign(body)]],
  ['a signature ten minutes old', body => [body, sign(body, { at: nowSeconds() - 600 })]],
  ['a signature from ten minutes ahead', body => [body, sign(body, { at: nowSeconds() + 600 })]],
  ['an empty body', body => ['', sign(body)]],
]

test.each(types.flatMap(type => forgeries.map(([name, forge]) => [type, name, forge] as const)))(
  '%s with %s is answered 401 and not stored',
  async (type, _name, forge) => {
    const before = await countStored()
    const answer = await send(...forge(makeEvent(type)))
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ received: false })
    expect(await countStored()).toBe(before)
  },
)

test('a signed body that is no event, and one that is too large, are refused without a 500', async () => {
  for (const body of ['[]', '{"id":7}', 'not json']) expect((await send(body, sign(body))).status).toBe(401)
  const large = JSON.stringify({ pad: 'x'.repeat(2 * 1024 * 1024) })
  expect((await send(large, sign(large))).status).toBe(413)
})
