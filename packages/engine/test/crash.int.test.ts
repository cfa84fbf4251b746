import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeServer, createClient, eventKey, listen, signingKey, startApp, type TestApp } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import { createView } from './test-engine.ts'

// These tests kill the engine as a process of its own, with -9, while it works.

let database: TestDatabase
let port: number
let engine: ChildProcess
let app: TestApp
const executed: string[] = []
let letGo: () => void = () => undefined
let reached: () => void = () => undefined

const functionsOf = (client: ReturnType<typeof createClient>) => [
  client.createFunction({ id: 'long', retries: 0, triggers: [{ event: 'test/long' }] }, async ({ step, event }) => {
    const name = String(event.data.name)
    const before = await step.run('before', () => executed.push(`${name} before`))
    const middle = await step.run('middle', async () => {
      executed.push(`${name} middle`)
      if (executed.filter(what => what === `${name} middle`).length > 1) return 'again'
      await new Promise<void>(resolve => {
        letGo = resolve
        reached()
      })
      return 'first'
    })
    return { before, middle, after: await step.run('after', () => executed.push(`${name} after`)) }
  }),
  client.createFunction({ id: 'sleeper', triggers: [{ event: 'test/sleeper' }] }, async ({ step }) => {
    await step.sleep('nap', '2s')
    return 'awake'
  }),
  client.createFunction({ id: 'quick', retries: 0, triggers: [{ event: 'test/quick' }] }, async ({ step, event }) =>
    step.run('only', () => event.data.n),
  ),
]

async function freePort(): Promise<number> {
  const probe = createServer()
  await listen(probe, 0)
  const address = probe.address() as AddressInfo
  await closeServer(probe)
  return address.port
}

async function spawnEngine(): Promise<ChildProcess> {
  const child = fork(new URL('../src/main.ts', import.meta.url), {
    env: {
      INNGEST_POSTGRES_URI: database.url,
      INNGEST_PORT: String(port),
      INNGEST_EVENT_KEY: eventKey,
      INNGEST_SIGNING_KEY: signingKey,
      INNGEST_RETRY_INTERVAL: '0.02',
      LOG_LEVEL: 'error',
    },
  })
  await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200), {
    timeout: 30_000,
    interval: 20,
  })
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  database = await createTestDatabase()
  port = await freePort()
  engine = await spawnEngine()
  const client = createClient(`http://127.0.0.1:${port}`)
  app = await startApp(client, functionsOf(client))
  await app.register()
}, 60_000)

afterAll(async () => {
  await kill(engine)
  await app.close()
  await database.drop()
})

const view = () => createView(`http://127.0.0.1:${port}`)
const send = async (name: string, data: Record<string, unknown> = {}) => (await app.client.send({ name, data })).ids[0]

test('a run goes on after kill -9 without a new registration: recorded steps are not repeated, no attempt is burnt', async () => {
  const inMiddle = new Promise<void>(resolve => {
    reached = resolve
  })
  const event = await send('test/long', { name: 'killed' })
  await inMiddle
  await kill(engine)
  engine = await spawnEngine()
  expect(await view().ended(event)).toMatchObject({ status: 'Completed', output: { middle: 'again' } })
  // The call from before the crash is still running in the app; what it says now is refused with 409.
  letGo()
  await vi.waitFor(() => expect(executed.filter(what => what === 'killed middle')).toHaveLength(2))
  expect(executed.filter(what => what === 'killed before')).toHaveLength(1)
  expect(executed.filter(what => what === 'killed after')).toHaveLength(1)
}, 60_000)

test('a sleep that ends while the engine is dead ends when it is back', async () => {
  const event = await send('test/sleeper')
  await vi.waitFor(async () => {
    expect(await database.query(`select 1 from engine.queue where kind = 'sleep'`)).toHaveLength(1)
  })
  await kill(engine)
  engine = await spawnEngine()
  expect(await view().ended(event)).toMatchObject({ status: 'Completed', output: 'awake' })
}, 60_000)

test('every event acknowledged before a kill -9 has its run completed after it', async () => {
  const acknowledged: string[] = []
  const senders = Array.from({ length: 8 }, async (_, sender) => {
    for (let n = 0; n < 200; n += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/e/${eventKey}`, {
        method: 'POST',
        body: JSON.stringify({ name: 'test/quick', data: { n }, id: `${sender}-${n}` }),
      })
      acknowledged.push(...((await response.json()) as { ids: string[] }).ids)
    }
  })
  const sent = Promise.allSettled(senders)
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(100), { timeout: 10_000, interval: 1 })
  await kill(engine)
  const outcomes = await sent
  expect(outcomes.some(outcome => outcome.status === 'rejected')).toBe(true)
  engine = await spawnEngine()
  await vi.waitFor(
    async () => {
      expect(await database.query(`select id from engine.run where status = 'Running'`)).toEqual([])
      expect(await database.query('select run_id from engine.queue')).toEqual([])
    },
    { timeout: 15_000, interval: 50 },
  )
  const completed = await database.query(
    `select event_id from engine.run r join engine.function f on f.id = r.function_id
     where f.slug = 'shop-quick' and r.status = 'Completed'`,
  )
  const events = new Set(completed.map(run => run.event_id))
  expect(acknowledged.filter(id => !events.has(id))).toEqual([])
}, 60_000)

test('an app that is down costs no attempt: its run waits and completes when it is back', async () => {
  const { port: appPort, client } = app
  await app.close()
  const event = await send('test/quick', { n: 'patient' })
  await vi.waitFor(async () => expect(await view().runsOf(event)).toMatchObject([{ status: 'Running' }]))
  app = await startApp(client, functionsOf(client), appPort)
  expect(await view().ended(event)).toMatchObject({ status: 'Completed', output: 'patient' })
}, 60_000)

test('the engine ends by itself on SIGTERM, with 0', async () => {
  const gone = once(engine, 'exit')
  engine.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
  engine = await spawnEngine()
}, 60_000)
