import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../testing/start-test-api.ts'
import { nowSeconds, sendWebhook, signWebhook, testSources } from '../testing/webhook-sources.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const countStored = async () => ({
  webhooks: await api.db.webhookInbox.count(),
  events: await api.db.outbox.count({ where: { name: 'webhook/received' } }),
})
const idOf = (body: string): string => JSON.parse(body).id

describe.each(testSources)("the $provider provider's webhooks", source => {
  const sign = (body: string, at?: number) => signWebhook(source, body, at)
  const send = (body: string, signature?: string) => sendWebhook(api, source, body, signature)

  test('a signed one is stored as it came, byte for byte, with one event to act on it', async () => {
    const body = source.makeEvent().replace('{"id"', '{ "id"')
    const answer = await send(body, sign(body))
    expect(answer.status).toBe(200)
    const stored = await api.db.webhookInbox.findFirst({ where: { eventId: idOf(body) } })
    expect(stored).toMatchObject({ provider: source.provider, type: source.type, body, handledAt: null })
    const event = await api.db.outbox.findFirst({ where: { payload: { path: ['eventId'], equals: idOf(body) } } })
    expect(event).toMatchObject({ name: 'webhook/received', payload: { provider: source.provider } })
    expect(event?.correlationId).toBe(answer.headers.get('x-request-id'))
  })

  test('however often it is delivered, at once or later, it is one row and one event', async () => {
    const body = source.makeEvent()
    const before = await countStored()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, sign(body))))
    const later = await send(body, sign(body, nowSeconds() - 100))
    expect([...answers, later].map(answer => answer.status)).toEqual(Array(6).fill(200))
    expect(await countStored()).toEqual({ webhooks: before.webhooks + 1, events: before.events + 1 })
  })

  test('one of an unknown type is kept, needs nothing more, and no event follows', async () => {
    const body = source.makeEvent(source.unknownType)
    const before = await countStored()
    expect((await send(body, sign(body))).status).toBe(200)
    const stored = await api.db.webhookInbox.findFirst({ where: { eventId: idOf(body) } })
    expect(stored).toMatchObject({ type: source.unknownType, body, handledAt: expect.any(Date) })
    expect((await countStored()).events).toBe(before.events)
  })

  const forgeries: readonly (readonly [string, (body: string) => readonly [string, string | undefined]])[] = [
    ['no signature', body => [body, undefined]],
    ['an empty signature', body => [body, '']],
    ['a signature of another secret', body => [body, signWebhook({ secret: 'whsec_of_somebody_else' }, body)]],
    ['a changed body', body => [body.replace('1000', '9999'), sign(body)]],
    ['a signature ten minutes old', body => [body, sign(body, nowSeconds() - 600)]],
    ['a signature from ten minutes ahead', body => [body, sign(body, nowSeconds() + 600)]],
    ['an empty body', body => ['', sign(body)]],
  ]
  test.each([source.type, source.unknownType].flatMap(type => forgeries.map(forgery => [type, ...forgery] as const)))(
    '%s with %s is answered 401 and leaves nothing behind',
    async (type, _name, forge) => {
      const before = await countStored()
      const answer = await send(...forge(source.makeEvent(type)))
      expect(answer.status).toBe(401)
      expect(await answer.json()).toEqual({ received: false })
      expect(await countStored()).toEqual(before)
    },
  )

  test('a signed body that is no event, and one that is too large, are refused without a 500', async () => {
    for (const body of ['[]', '{"id":7}', 'not json']) expect((await send(body, sign(body))).status).toBe(401)
    const large = JSON.stringify({ pad: 'x'.repeat(2 * 1024 * 1024) })
    expect((await send(large, sign(large))).status).toBe(413)
  })
})

test("one provider's signature is not believed at the other's door", async () => {
  const [payment, carrier] = testSources
  if (!payment || !carrier) throw new Error('two providers are needed')
  for (const [from, to] of [
    [payment, carrier],
    [carrier, payment],
  ] as const) {
    const body = to.makeEvent()
    expect((await sendWebhook(api, to, body, signWebhook(from, body))).status).toBe(401)
  }
})
