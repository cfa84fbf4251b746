import { Inngest, staticSchema } from 'inngest'
import { metadataMiddleware, scoreMiddleware } from 'inngest/experimental'
import { channel } from 'inngest/realtime'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventKey, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

type Warning = { msg: string; function?: string; kind?: string }

const warnings: Warning[] = []
const log = pino({ level: 'warn' }, { write: line => warnings.push(JSON.parse(line)) })
const ignore = () => undefined
const logger = { info: ignore, warn: ignore, error: ignore, debug: ignore }

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine({ log })
  const client = new Inngest({
    ...{ id: 'shop', baseUrl: engine.url, eventKey, signingKey, isDev: false, logger },
    middleware: [metadataMiddleware(), scoreMiddleware()],
  })
  const news = channel({ name: 'news', topics: { all: { schema: staticSchema<Record<string, unknown>>() } } })
  const on = (id: string) => ({ id, retries: 0 as const, triggers: [{ event: `test/${id}` }] })
  const child = client.createFunction(on('child'), async () => 'child')
  app = await startApp(client, [
    child,
    client.createFunction(on('scores'), async ({ step }) => {
      for (const name of ['a', 'b']) await step.score(name, { name: 'quality', value: 1 })
      return step.run('note', async () => {
        await client.metadata.update({ colour: 'blue' })
        return 'done'
      })
    }),
    client.createFunction({ ...on('notes-outside'), checkpointing: false }, async () =>
      client.metadata.update({ colour: 'blue' }),
    ),
    client.createFunction(on('waits-for-signal'), ({ step }) =>
      step.waitForSignal('signal', { signal: 'go', timeout: '1h' }),
    ),
    client.createFunction(on('sends-signal'), ({ step }) => step.sendSignal('signal', { signal: 'go', data: 1 })),
    client.createFunction(on('publishes'), ({ step }) => step.realtime.publish('publish', news.all, {})),
    client.createFunction(on('invokes-in-session'), async context => {
      context.sessions = { user: 'u1' }
      return context.step.invoke('child', { function: child, data: {} })
    }),
  ])
  const registered = await app.register()
  expect(registered).toMatchObject({ status: 200 })
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(engine.url + path, { method: 'POST', headers, body })

async function run(id: string) {
  const sent = await post(`/e/${eventKey}`, JSON.stringify({ name: `test/${id}`, data: {} }))
  const { ids } = (await sent.json()) as { ids: string[] }
  return engine.ended(ids[0])
}

test.each([
  ['notes-outside', 'This engine keeps no metadata and no scores of runs'],
  ['waits-for-signal', 'step.waitForSignal, which this engine does not support'],
  ['sends-signal', 'This engine has no signals'],
  ['publishes', '501 Not Implemented'],
  ['invokes-in-session', 'uses sessions, which this engine does not support'],
])('a function that %s fails, and its run says why', async (id, reason) => {
  const { status, output } = await run(id)
  expect([status, JSON.stringify(output)]).toEqual(['Failed', expect.stringContaining(reason)])
})

test('metadata and scores that steps carry are not kept, which the log says once for each function and kind', async () => {
  for (let n = 0; n < 2; n += 1) expect(await run('scores')).toMatchObject({ status: 'Completed', output: 'done' })
  const said = warnings.filter(
    ({ msg }) => msg === 'Steps of a function carry metadata, which this engine does not keep',
  )
  expect(said.map(warning => [warning.function, warning.kind])).toEqual([
    ['shop-scores', 'inngest.score'],
    ['shop-scores', expect.stringMatching(/^userland/)],
  ])
})

test.each([
  ['/v1/traces/userland', 'keeps no traces'],
  ['/v1/checkpoint', 'no durable endpoints'],
  ['/v1/realtime/token', 'no realtime'],
  ['/v0/connect/start', 'no Connect'],
  ['/v0/gql', 'no GraphQL'],
])('POST %s is refused with a sentence, whatever its body, and asks for the key first', async (path, reason) => {
  const body = 'no \u0000 JSON'
  expect((await post(path, body)).status).toBe(401)
  const response = await post(path, body, { authorization: `Bearer ${signingKey}` })
  expect(await response.json()).toEqual({ error: expect.stringContaining(reason), status: 501 })
  expect(response.status).toBe(501)
})

test('an event that asks for sessions is refused and says so; to cut inherited ones asks for nothing', async () => {
  const send = async (meta: unknown) => {
    const response = await post(`/e/${eventKey}`, JSON.stringify({ name: 'test/any', data: {}, meta }))
    return [response.status, ((await response.json()) as { error?: string }).error]
  }
  const refused = [400, 'The event (test/any) has sessions in its meta, which this engine does not keep']
  expect(await send({ sessions: { user: 'u1' } })).toEqual(refused)
  expect(await send({ sessions: null, propagated_sessions: { user: 7 } })).toEqual(refused)
  for (const meta of [undefined, null, {}, { sessions: null }, { sessions: { user: null } }, { sessions: {} }]) {
    expect(await send(meta)).toEqual([200, undefined])
  }
})
