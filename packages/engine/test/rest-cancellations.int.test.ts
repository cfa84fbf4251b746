import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createClient, eventKey, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(
    client,
    ['sleepy', 'other'].map(id =>
      client.createFunction({ id, triggers: [{ event: `test/${id}` }] }, async ({ step }) => step.sleep('long', '1h')),
    ),
  )
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const call = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${engine.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${signingKey}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return {
    status: response.status,
    body: (await response.json()) as { data?: Record<string, unknown>; error?: string },
  }
}
const cancel = (more: object) => call('POST', '/v1/cancellations', { app_id: 'shop', function_id: 'sleepy', ...more })
const ids = async (name: string, count: number, kind: string) =>
  (await app.client.send(Array.from({ length: count }, (_, n) => ({ name, data: { kind, n } })))).ids
const statuses = async (events: string[]) =>
  (await Promise.all(events.map(id => engine.runsOf(id)))).flat().map(run => run.status)
const patience = { timeout: 15_000, interval: 20 }
const asleep = async (count: number) =>
  vi.waitFor(async () => {
    const rows = await engine.database.query(`select 1 from engine.queue where kind = 'sleep'`)
    expect(rows).toHaveLength(count)
  }, patience)

test('one request cancels every run of the function that fits, over many slices, and no other', async () => {
  const wanted = await ids('test/sleepy', 450, 'wanted')
  const spared = await ids('test/sleepy', 3, 'spared')
  const others = await ids('test/other', 3, 'wanted')
  await asleep(456)
  const { status, body } = await cancel({ started_before: new Date().toISOString(), if: 'event.data.kind == "wanted"' })
  expect(status).toBe(200)
  expect(body.data).toMatchObject({ function_id: 'shop-sleepy', kind: 'bulk_run', cause: 'API', name: null })
  await vi.waitFor(async () => expect(new Set(await statuses(wanted))).toEqual(new Set(['Cancelled'])), patience)
  expect(await statuses([...spared, ...others])).toEqual(Array.from({ length: 6 }, () => 'Running'))
  await vi.waitFor(async () => {
    const list = await call('GET', '/v1/cancellations')
    expect(list.body.data).toMatchObject([{ id: body.data?.id, cancelled: 450, done_at: expect.any(String) }])
  }, patience)
  await ids('test/sleepy', 1, 'wanted')
  await asleep(7)
})

test('a cancellation is kept until it can be worked off, and a restart does so', async () => {
  const own = await startTestEngine()
  const client = createClient(own.url)
  const port = Number(new URL(own.url).port)
  const ownApp = await startApp(client, [
    client.createFunction({ id: 'sleepy', triggers: [{ event: 'test/sleepy' }] }, async ({ step }) =>
      step.sleep('long', '1h'),
    ),
  ])
  await ownApp.register()
  const [event] = (await client.send({ name: 'test/sleepy', data: {} })).ids
  await vi.waitFor(async () => {
    expect(await own.database.query(`select 1 from engine.queue where kind = 'sleep'`)).toHaveLength(1)
  }, patience)
  await own.engine.close()
  await own.database.query(
    `insert into engine.cancellation (id, function_id, started_before_ms, created_ms)
     select '01STORED', id, ${Date.now()}, ${Date.now()} from engine.function`,
  )
  const again = await startEngine({ databaseUrl: own.database.url, port, eventKeys: [eventKey], signingKey })
  expect(await own.ended(event)).toMatchObject({ status: 'Cancelled' })
  await ownApp.close()
  await again.close()
  await own.database.drop()
})

test('a wrong request is refused with what is wrong, and nothing is stored', async () => {
  const before = (await call('GET', '/v1/cancellations')).body.data
  const past = new Date(0).toISOString()
  const wrongs: [object, number, string][] = [
    [{}, 400, 'started_before'],
    [{ started_before: 'x' }, 400, 'started_before'],
    [{ started_before: '2999-01-01T00:00:00Z' }, 400, 'past'],
    [{ started_before: past, started_after: new Date(1).toISOString() }, 400, 'started_after'],
    [{ started_before: past, if: 'event.data. ==' }, 400, 'expression'],
    [{ started_before: past, function_id: 'nobody' }, 404, 'not found'],
  ]
  for (const [more, status, words] of wrongs) {
    expect(await cancel(more)).toMatchObject({ status, body: { error: expect.stringContaining(words) } })
  }
  expect((await call('GET', '/v1/cancellations')).body.data).toEqual(before)
})

test('a cancellation can be deleted once', async () => {
  const { body } = await cancel({ started_before: new Date(0).toISOString() })
  const path = `/v1/cancellations/${body.data?.id}`
  expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { data: { ok: true } } })
  expect((await call('DELETE', path)).status).toBe(404)
})
