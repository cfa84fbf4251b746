import { afterEach, expect, test, vi } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createClient, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

const metricsKey = 'only-for-the-scraper'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(): Promise<{ engine: TestEngine; read(): Promise<Map<string, number>> }> {
  const engine = await startTestEngine({ metricsKey })
  closing.push(() => engine.close())
  return { engine, read: async () => parse(await (await scrape(engine.url, metricsKey)).text()) }
}

function scrape(url: string, key?: string): Promise<Response> {
  return fetch(`${url}/metrics`, { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } })
}

/** Each sample by its name and labels, without the engine's prefix. */
function parse(text: string): Map<string, number> {
  const lines = text.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map(line => {
      const end = line.lastIndexOf(' ')
      return [line.slice(0, end).replace('makegood_engine_', ''), Number(line.slice(end + 1))]
    }),
  )
}

async function serve(...app: Parameters<typeof startApp>): Promise<TestApp> {
  const served = await startApp(...app)
  closing.push(() => served.close())
  expect((await served.register()).status).toBe(200)
  return served
}

test('what runs do is counted: events, runs by function and status, steps, attempts, calls, checkpoints, writes', async () => {
  const { engine, read } = await start()
  const client = createClient(engine.url)
  await serve(client, [
    client.createFunction({ id: 'good', triggers: [{ event: 'test/good' }] }, async ({ step }) => {
      await step.run('a', () => 1)
      await step.run('b', () => 2)
    }),
    client.createFunction({ id: 'bad', retries: 1, triggers: [{ event: 'test/bad' }] }, async ({ step }) => {
      await step.run('fails', () => {
        throw new Error('no')
      })
    }),
  ])
  const ids = (
    await client.send([
      { name: 'test/good', data: {} },
      { name: 'test/bad', data: {} },
    ])
  ).ids
  for (const id of ids) await engine.ended(id)
  const seen = await read()
  expect(seen.get('events_received_total')).toBeGreaterThanOrEqual(2)
  expect(seen.get('runs_started_total{function="shop-good"}')).toBe(1)
  expect(seen.get('runs_ended_total{function="shop-good",status="Completed"}')).toBe(1)
  expect(seen.get('runs_ended_total{function="shop-bad",status="Failed"}')).toBe(1)
  expect(seen.get('steps_finished_total')).toBe(3)
  expect(seen.get('failed_attempts_total')).toBeGreaterThanOrEqual(2)
  expect(seen.get('checkpoints_total{status="200"}')).toBeGreaterThanOrEqual(1)
  expect(seen.get('app_calls_total{outcome="ops"}')).toBeGreaterThanOrEqual(3)
  expect(seen.get('app_call_duration_seconds_count')).toBeGreaterThanOrEqual(4)
  expect(seen.get('start_delay_seconds_count')).toBe(2)
  expect(seen.get('write_batch_size_sum{lane="events"}')).toBeGreaterThanOrEqual(1)
  expect(seen.get('write_duration_seconds_count{lane="progress"}')).toBeGreaterThanOrEqual(3)
  expect([...seen.keys()].find(name => name.startsWith('build_info{version="'))).toContain('mode="cloud"')
  expect(seen.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
})

test('what waits is told as it stands: sleeps, overdue rows, calls held back by a limit, apps that are away', async () => {
  const { engine, read } = await start()
  const client = createClient(engine.url)
  const gate = Promise.withResolvers<undefined>()
  const app = await serve(client, [
    client.createFunction({ id: 'sleeps', triggers: [{ event: 'test/sleeps' }] }, async ({ step }) =>
      step.sleep('long', '1h'),
    ),
    client.createFunction({ id: 'single', concurrency: 1, triggers: [{ event: 'test/single' }] }, async () => {
      await gate.promise
    }),
  ])
  await client.send({ name: 'test/sleeps', data: {} })
  await client.send([1, 2, 3].map(n => ({ name: 'test/single', data: { n } })))
  await vi.waitFor(async () => {
    const seen = await read()
    expect(seen.get('queue_waiting')).toBe(1)
    expect(seen.get('queue_leased')).toBe(3)
    expect(seen.get('queue_held_back')).toBe(2)
    expect(seen.get('app_calls_in_flight')).toBe(1)
    expect(seen.get('apps_away')).toBe(0)
    expect(seen.get('queue_oldest_due_lag_seconds')).toBe(0)
  })
  gate.resolve(undefined)
  await vi.waitFor(async () => expect((await read()).get('queue_held_back')).toBe(0))
  await app.close()
  await client.send({ name: 'test/single', data: {} })
  await vi.waitFor(async () => expect((await read()).get('apps_away')).toBe(1))
})

test('in signed mode the metrics ask for the signing key or for their own; in development for their own alone', async () => {
  const { engine } = await start()
  const statusOf = async (url: string, key?: string) => (await scrape(url, key)).status
  expect(await statusOf(engine.url)).toBe(401)
  expect(await statusOf(engine.url, 'wrong')).toBe(401)
  expect(await statusOf(engine.url, metricsKey)).toBe(200)
  expect(await statusOf(engine.url, signingKey)).toBe(200)
  expect((await fetch(`${engine.url}/v1/runs`, { headers: { authorization: `Bearer ${metricsKey}` } })).status).toBe(
    401,
  )
  await engine.engine.close()

  const databaseUrl = engine.database.url
  const open = await startEngine({ databaseUrl, port: 0 })
  expect(await statusOf(open.url)).toBe(200)
  await open.close()
  const guarded = await startEngine({ databaseUrl, port: 0, metricsKey })
  expect(await statusOf(guarded.url)).toBe(401)
  expect(await statusOf(guarded.url, metricsKey)).toBe(200)
  await guarded.close()
})
