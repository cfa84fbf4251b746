import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeServer, createClient, eventKey, listen, signingKey, startApp, type TestApp } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

// The engine as a process of its own, killed with -9 while it takes events for functions with flow control.

let database: TestDatabase
let port: number
let engine: ChildProcess
let app: TestApp
const batched: number[][] = []
const debounced: number[] = []
const throttled: number[] = []

async function spawnEngine(): Promise<ChildProcess> {
  const child = fork(new URL('../src/main.ts', import.meta.url), {
    env: {
      INNGEST_POSTGRES_URI: database.url,
      INNGEST_PORT: String(port),
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
      LOG_LEVEL: 'error',
    },
  })
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200), {
    timeout: 10_000,
    interval: 20,
  })
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

beforeAll(async () => {
  database = await createTestDatabase()
  const probe = createServer()
  await listen(probe, 0)
  port = (probe.address() as AddressInfo).port
  await closeServer(probe)
  engine = await spawnEngine()
  const client = createClient(`http://127.0.0.1:${port}`)
  app = await startApp(client, [
    client.createFunction(
      { id: 'batched', triggers: [{ event: 'test/batched' }], batchEvents: { maxSize: 7, timeout: '2s' } },
      async ({ events, step }) => {
        await step.run('take', () => batched.push(events.map(({ data }: { data: { n: number } }) => data.n)))
      },
    ),
    client.createFunction(
      { id: 'debounced', triggers: [{ event: 'test/debounced' }], debounce: { period: '2s' } },
      async ({ event, step }) => {
        await step.run('take', () => debounced.push(event.data.n))
      },
    ),
    client.createFunction(
      { id: 'throttled', triggers: [{ event: 'test/throttled' }], throttle: { limit: 1, period: '1s' } },
      async ({ event, step }) => {
        await step.run('take', () => throttled.push(event.data.n))
      },
    ),
  ])
  await app.register()
}, 20_000)

afterAll(async () => {
  await kill(engine)
  await app.close()
  await database.drop()
})

const send = async (name: string, n: number) => {
  const response = await fetch(`http://127.0.0.1:${port}/e/${eventKey}`, {
    method: 'POST',
    body: JSON.stringify({ name: `test/${name}`, data: { n } }),
  })
  if (response.status !== 200) throw new Error(await response.text())
}

const openWork = () =>
  database.query(`select id from engine.run where status = 'Running' union all select id from engine.held`)

test('every event acknowledged before a kill -9 is in one batch', async () => {
  const acknowledged: number[] = []
  const senders = Array.from({ length: 8 }, async (_, sender) => {
    for (let n = 0; n < 500; n += 1) {
      await send('batched', sender * 1_000 + n)
      acknowledged.push(sender * 1_000 + n)
    }
  })
  const sent = Promise.allSettled(senders)
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(150), { timeout: 10_000, interval: 1 })
  await kill(engine)
  const outcomes = await sent
  expect(outcomes.some(outcome => outcome.status === 'rejected')).toBe(true)
  engine = await spawnEngine()
  await vi.waitFor(async () => expect(await openWork()).toEqual([]), { timeout: 15_000, interval: 50 })
  const events = await database.query('select unnest(event_ids) as id from engine.run')
  expect(new Set(events.map(event => event.id)).size).toBe(events.length)
  const taken = new Set(batched.flat())
  expect(acknowledged.filter(n => !taken.has(n))).toEqual([])
}, 40_000)

test('a debounce and throttled runs from before a kill -9 start after it, once each', async () => {
  await send('debounced', 1)
  await send('debounced', 2)
  for (const n of [1, 2, 3]) await send('throttled', n)
  await kill(engine)
  engine = await spawnEngine()
  await vi.waitFor(async () => expect(await openWork()).toEqual([]), { timeout: 15_000, interval: 50 })
  expect(new Set(debounced)).toEqual(new Set([2]))
  expect([...new Set(throttled)]).toEqual([1, 2, 3])
  expect(await database.query(`select id from engine.run where status <> 'Completed'`)).toEqual([])
}, 40_000)
