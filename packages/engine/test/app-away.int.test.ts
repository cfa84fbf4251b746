import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createClient, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

const said: string[] = []
const log = pino({ level: 'info' }, { write: line => said.push(JSON.parse(line).msg) })
let engine: TestEngine
let app: TestApp
let release: () => void
const released = new Promise<void>(resolve => {
  release = resolve
})
const attempts: number[] = []
const begun = vi.fn<() => void>()

const functionsOf = (client: ReturnType<typeof createClient>) => [
  client.createFunction({ id: 'long', retries: 0, triggers: [{ event: 'away/long' }] }, async ({ attempt }) => {
    attempts.push(attempt)
    begun()
    await released
    return 'long'
  }),
  client.createFunction({ id: 'quick', retries: 0, triggers: [{ event: 'away/quick' }] }, async () => 'quick'),
]

beforeAll(async () => {
  engine = await startTestEngine({ log })
  const client = createClient(engine.url)
  app = await startApp(client, functionsOf(client))
  expect((await app.register()).status).toBe(200)
})

afterAll(async () => {
  release()
  await app.close()
  await engine.close()
})

test('work waits for an app that is down without using up attempts, and one long call does not hold up the others after it', async () => {
  const client = createClient(engine.url)
  const { port } = app
  await app.close()
  const long = await client.send({ name: 'away/long', data: {} })
  await vi.waitFor(async () => {
    const metrics = await (await engine.get('/metrics')).text()
    expect(metrics).toMatch(/^makegood_engine_apps_away 1$/m)
  })
  app = await startApp(client, functionsOf(client), port)
  await vi.waitFor(() => expect(begun).toHaveBeenCalled(), 5_000)
  const quick = await client.send({ name: 'away/quick', data: {} })
  expect(await engine.ended(quick.ids[0])).toMatchObject({ output: 'quick' })
  expect(await engine.runsOf(long.ids[0])).toMatchObject([{ status: 'Running' }])
  release()
  expect(await engine.ended(long.ids[0])).toMatchObject({ status: 'Completed', output: 'long' })
  expect(attempts).toEqual([0])
  expect(said.filter(line => line.startsWith('The app '))).toEqual([
    'The app cannot be reached; its work waits',
    'The app answers again',
  ])
})
