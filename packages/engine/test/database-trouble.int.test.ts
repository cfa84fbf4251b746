import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createClient, eventKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
let dropCall = false
let calls = 0

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction(
      { id: 'steady', retries: 0, triggers: [{ event: 'test/steady' }] },
      async ({ step, event }) => {
        const results: unknown[] = []
        for (const name of ['a', 'b', 'c']) results.push(await step.run(name, () => `${name}${event.data.n}`))
        return results
      },
    ),
    client.createFunction({ id: 'dropped', retries: 0, triggers: [{ event: 'test/dropped' }] }, async ({ step }) =>
      step.run('drop', () => {
        calls += 1
        if (dropCall) app.dropConnections()
        dropCall = false
        return calls
      }),
    ),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

test('Postgres may drop every connection at any moment: what was acknowledged completes, and nothing fails', async () => {
  const acknowledged: string[] = []
  const sending = Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let n = 0; n < 40; n += 1) {
        const body = JSON.stringify({ name: 'test/steady', data: { n } })
        const response = await fetch(`${engine.url}/e/${eventKey}`, { method: 'POST', body })
        if (response.ok) acknowledged.push(...((await response.json()) as { ids: string[] }).ids)
      }
    }),
  )
  for (const least of [40, 120]) {
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(least), { timeout: 10_000, interval: 1 })
    await engine.database.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  }
  await sending
  expect(acknowledged.length).toBe(240)
  await vi.waitFor(
    async () => expect(await engine.database.query(`select id from engine.run where status = 'Running'`)).toEqual([]),
    { timeout: 15_000, interval: 50 },
  )
  const runs = await engine.database.query(
    `select status, count(distinct event_id)::int as n from engine.run group by 1`,
  )
  expect(runs).toEqual([{ status: 'Completed', n: 240 }])
}, 40_000)

test('an app that dies during a call costs no attempt', async () => {
  dropCall = true
  const [id] = (await app.client.send({ name: 'test/dropped', data: {} })).ids
  expect(await engine.ended(id)).toMatchObject({ status: 'Completed', output: 2 })
})

test('an engine whose place was taken stops and says so', async () => {
  let lost = ''
  const first = await startTestEngine({
    onLost: reason => {
      lost = reason
    },
  })
  await first.database.query('update engine.instance set epoch = epoch + 1')
  const response = await fetch(`${first.url}/e/${eventKey}`, { method: 'POST', body: '{"name":"test/x"}' })
  expect(response.status).toBe(503)
  await vi.waitFor(() => expect(lost).toContain('Another engine'))
  await expect(fetch(`${first.url}/health`)).rejects.toThrow()
  await first.close()
}, 20_000)

test('an idle engine whose place was taken while its connection was away ends by itself, and takes no registration', async () => {
  const onLost = vi.fn<(reason: string) => void>()
  const first = await startTestEngine({ onLost })
  const client = createClient(first.url)
  const app = await startApp(client, [
    client.createFunction({ id: 'late', triggers: [{ event: 'test/late' }] }, async () => 'late'),
  ])
  await first.database.query('update engine.instance set epoch = epoch + 1')
  expect((await app.register()).status).not.toBe(200)
  expect(await first.database.query('select id from engine.function')).toEqual([])
  await first.database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'engine lease'`,
  )
  await vi.waitFor(() => expect(onLost).toHaveBeenCalled(), 10_000)
  await expect(fetch(`${first.url}/health`)).rejects.toThrow()
  await app.close()
  await first.close()
}, 20_000)

test('a statement that outlives a killed engine is ended before the next one looks at the leases', async () => {
  const first = await startTestEngine()
  const { url } = first.database
  await first.engine.close()
  const stale = new pg.Client({ connectionString: url, application_name: 'engine events' })
  const ended = vi.fn<() => void>()
  stale.on('error', ended)
  await stale.connect()
  await stale.query('begin')
  await stale.query(
    `insert into engine.queue (run_id, step_id, function_id, kind, due_ms, owner)
     values ('stale', 'step', '00000000-0000-4000-8000-000000000001', 'call', 0, 1)`,
  )
  const next = await startEngine({ databaseUrl: url, port: 0 })
  await vi.waitFor(() => expect(ended).toHaveBeenCalled())
  expect(await first.database.query(`select run_id from engine.queue where owner = 1`)).toEqual([])
  await next.close()
  await first.database.drop()
}, 20_000)

test('a second engine on the database waits for the first to end', async () => {
  const first = await startTestEngine()
  const second = startEngine({ databaseUrl: first.database.url, port: 0 })
  expect((await fetch(`${first.url}/health`)).status).toBe(200)
  await first.engine.close()
  const successor = await second
  expect((await fetch(`${successor.url}/health`)).status).toBe(200)
  await successor.close()
  await first.database.drop()
}, 20_000)
