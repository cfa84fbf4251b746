import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Inngest } from 'inngest'
import { pino } from 'pino'
import { afterEach, expect, test, vi } from 'vitest'
import type { EngineOptions } from '../src/engine-options.ts'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { createTestClock } from '../src/test-clock.ts'
import { closeServer, createClient, eventKey, listen, signingKey, startApp } from './test-app.ts'
import { createTestDatabase } from './test-database.ts'

const closing: (() => Promise<void>)[] = []
const warnings: string[] = []
const log = pino({ level: 'warn' }, { write: line => warnings.push(JSON.parse(line).msg) })

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  warnings.length = 0
})

async function start(options: Partial<EngineOptions>): Promise<Engine> {
  const database = await createTestDatabase()
  closing.push(() => database.drop())
  const keys = { eventKeys: [eventKey], signingKey }
  const engine = await startEngine({ databaseUrl: database.url, port: 0, log, ...keys, ...options })
  closing.push(() => engine.close())
  return engine
}

/** A port on which nothing listens yet. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await listen(probe, 0)
  const { port } = probe.address() as AddressInfo
  await closeServer(probe)
  return port
}

const urlOf = (port: number) => `http://127.0.0.1:${port}/api/inngest`

async function serveApp(client: Inngest, port: number, names: string[]) {
  const app = await startApp(
    client,
    names.map(id => client.createFunction({ id, triggers: [{ event: `test/${id}` }] }, async () => id)),
    port,
  )
  closing.push(() => app.close())
  return app
}

/** An app's address where a server of our own answers as it likes; requests are noted. */
async function serveReplies(answer: (kind: string | undefined) => { status: number; headers: object; body: string }) {
  const asked: (string | undefined)[] = []
  const server: Server = createServer((request, response) => {
    const kind = request.headers['x-inngest-sync-kind']?.toString()
    asked.push(kind)
    const { status, headers, body } = answer(kind)
    response.writeHead(status, { 'x-inngest-sdk': 'inngest-js:v4.24.0', ...headers }).end(body)
  })
  await listen(server, 0)
  closing.push(() => closeServer(server))
  return { url: urlOf((server.address() as AddressInfo).port), asked }
}

const functionsOf = (engine: Engine) => engine.apps().map(({ id, functions }) => ({ id, functions }))

test('an app named at start is registered by its reply, in signed mode and in development', async () => {
  const port = await freePort()
  await serveApp(createClient('http://127.0.0.1:9', 'signed'), port, ['one', 'two'])
  const engine = await start({ appUrls: [urlOf(port)] })
  await vi.waitFor(() => expect(engine.apps()).toEqual([{ id: 'signed', url: urlOf(port), functions: 2 }]))

  const devPort = await freePort()
  const devClient = new Inngest({ id: 'open', baseUrl: 'http://127.0.0.1:9', isDev: true })
  await serveApp(devClient, devPort, ['one'])
  const database = await createTestDatabase()
  const dev = await startEngine({ databaseUrl: database.url, port: 0, appUrls: [urlOf(devPort)] })
  closing.push(
    () => database.drop(),
    () => dev.close(),
  )
  await vi.waitFor(() => expect(functionsOf(dev)).toEqual([{ id: 'open', functions: 1 }]))
})

test('an app that registers by a request of its own only is asked for that', async () => {
  vi.stubEnv('INNGEST_ALLOW_IN_BAND_SYNC', 'false')
  closing.push(async () => {
    vi.unstubAllEnvs()
  })
  const [port, enginePort] = [await freePort(), await freePort()]
  await serveApp(createClient(`http://127.0.0.1:${enginePort}`, 'older'), port, ['one'])
  const engine = await start({ appUrls: [urlOf(port)], port: enginePort })
  await vi.waitFor(() => expect(functionsOf(engine)).toEqual([{ id: 'older', functions: 1 }]))
})

test('an app that cannot answer in band is asked the plain way', async () => {
  const plain = await serveReplies(kind =>
    kind === 'in_band'
      ? { status: 500, headers: {}, body: '{"message":"Missing request body"}' }
      : { status: 200, headers: {}, body: '{"modified":true}' },
  )
  await start({ appUrls: [plain.url] })
  await vi.waitFor(() => expect(plain.asked).toEqual(['in_band', undefined]))
})

test('an app that is down is asked again until it is up, and the log says it once', async () => {
  const clock = createTestClock(Date.now())
  const port = await freePort()
  const engine = await start({ appUrls: [urlOf(port)], clock })
  await vi.waitFor(() => expect(warnings).toHaveLength(1))
  expect(warnings[0]).toContain('cannot be reached (connect ECONNREFUSED')
  for (let round = 0; round < 5; round += 1) clock.moveBy(60_000)
  const client = createClient(engine.url, 'late')
  await serveApp(client, port, ['one'])
  await vi.waitFor(() => {
    clock.moveBy(1_000)
    expect(functionsOf(engine)).toEqual([{ id: 'late', functions: 1 }])
  })
  expect(warnings).toHaveLength(1)
})

test('at every interval the functions are asked for again, also of apps that registered by themselves', async () => {
  const clock = createTestClock(Date.now())
  const port = await freePort()
  const engine = await start({ pollIntervalMs: 5_000, clock })
  const client = createClient(engine.url, 'grows')
  const first = await serveApp(client, port, ['one'])
  await first.register()
  expect(functionsOf(engine)).toEqual([{ id: 'grows', functions: 1 }])
  await first.close()
  await serveApp(client, port, ['one', 'two'])
  await vi.waitFor(() => {
    clock.moveBy(5_000)
    expect(functionsOf(engine)).toEqual([{ id: 'grows', functions: 2 }])
  })
})

test('an answer that is not signed, refused functions and foreign servers register nothing and say why', async () => {
  const registration = (functions: object[]) =>
    JSON.stringify({ app_id: 'forged', url: 'http://x', sdk: 'js', functions })
  const unsigned = await serveReplies(() => ({
    status: 200,
    headers: { 'x-inngest-sync-kind': 'in_band' },
    body: registration([]),
  }))
  const foreign = createServer((_request, response) => response.writeHead(404).end('nothing here'))
  await listen(foreign, 0)
  closing.push(() => closeServer(foreign))
  const clock = createTestClock(Date.now())
  const signed = await start({ appUrls: [unsigned.url, urlOf((foreign.address() as AddressInfo).port)], clock })
  await vi.waitFor(() => expect(warnings).toHaveLength(2))
  expect(warnings.join()).toContain('not signed with this engine’s signing key')
  expect(warnings.join()).toContain('its address answered 404 and no Inngest SDK')
  expect(signed.apps()).toEqual([])

  warnings.length = 0
  const refused = await serveReplies(() => ({
    status: 200,
    headers: { 'x-inngest-sync-kind': 'in_band' },
    body: registration([{ id: 'forged-x', triggers: [], steps: { step: { runtime: { type: 'ws', url: 'ws://x' } } } }]),
  }))
  const database = await createTestDatabase()
  const dev = await startEngine({ databaseUrl: database.url, port: 0, appUrls: [refused.url], log, clock })
  closing.push(
    () => database.drop(),
    () => dev.close(),
  )
  await vi.waitFor(() => expect(warnings).toHaveLength(1))
  expect(warnings[0]).toContain('forged-x')
  expect(dev.apps()).toEqual([])
})
