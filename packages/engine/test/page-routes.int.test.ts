import { once } from 'node:events'
import http from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createClient, signingKey, startApp, type TestApp } from './test-app.ts'
import { createTestDatabase } from './test-database.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction({ id: 'plain', triggers: [{ event: 'test/plain' }] }, async ({ step }) =>
      step.run('one', () => 1),
    ),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

/** A request as any program may make it, browsers' forbidden headers included. */
function ask(url: string, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}${path}`, { method, headers }, response => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    request.on('error', reject)
    request.end(method === 'POST' ? '{"name":"test/plain"}' : undefined)
  })
}

type Listener = { text(): string; close(): void; ended: Promise<void>; status: number }

async function listenLive(url: string): Promise<Listener> {
  const stop = new AbortController()
  const response = await fetch(`${url}/v1/live`, {
    headers: { authorization: `Bearer ${signingKey}` },
    signal: stop.signal,
  })
  let text = ''
  const read = async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk
  }
  const ended = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return { text: () => text, close: () => stop.abort(), ended, status: response.status }
}

test('the page and every module that it loads are served, with a policy that allows nothing from elsewhere', async () => {
  const html = await fetch(`${engine.url}/`)
  expect(html.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self'/,
  )
  expect(html.headers.get('x-content-type-options')).toBe('nosniff')
  const text = await html.text()
  expect(text).not.toMatch(/<script(?![^>]*src=)|<style|\son\w+=|style=/)
  const seen = new Set<string>()
  const wanted = [...text.matchAll(/(?:href|src)="(\/ui\/[^"]+)"/g)].map(match => match[1] ?? '')
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await fetch(engine.url + path)
    expect([path, response.status]).toEqual([path, 200])
    const code = await response.text()
    if (path.endsWith('.js')) {
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
      for (const [, name] of code.matchAll(/ from '\.\/([^']+)'/g)) wanted.push(`/ui/${name}`)
    }
  }
  expect([...seen].filter(path => path.endsWith('.js')).length).toBeGreaterThan(10)
})

test('a file that the browser has already is not sent again', async () => {
  const first = await fetch(`${engine.url}/ui/page.css`)
  const tag = first.headers.get('etag') ?? ''
  const again = await fetch(`${engine.url}/ui/page.css`, { headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  for (const path of ['/ui/', '/ui/../page-files.ts', '/ui/%2e%2e/page-files.ts', '/ui/page.html']) {
    expect(await ask(engine.url, path)).toBe(404)
  }
})

test('in signed mode everything but the page’s own files needs the key', async () => {
  for (const path of ['/v1/overview', '/v1/live', '/v1/runs', '/v1/events', '/v1/functions', '/v1/apps']) {
    expect([path, await ask(engine.url, path)]).toEqual([path, 401])
  }
  expect(await ask(engine.url, '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/rerun', {}, 'POST')).toBe(401)
  expect(await ask(engine.url, '/v1/cancellations', {}, 'POST')).toBe(401)
})

test('whoever listens is told of each run that changes and of its end, without asking', async () => {
  const listener = await listenLive(engine.url)
  const event = (await app.client.send({ name: 'test/plain', data: {} })).ids[0]
  const run = await engine.ended(event)
  await vi.waitFor(() => {
    const hints = [...listener.text().matchAll(/^event: runs\ndata: (.*)$/gm)].flatMap(
      match => (JSON.parse(match[1] ?? '{}') as { runs: { id: string; status: string }[] }).runs,
    )
    expect(hints).toContainEqual({ id: run.run_id, status: 'Completed' })
  }, 8_000)
  expect(listener.text()).toMatch(/^event: overview\ndata: \{.*"mode":"cloud".*\}$/m)
  listener.close()
  await listener.ended
})

test('listeners are bounded, a place comes free when one leaves, and open ones do not keep the engine from closing', async () => {
  const own = await startTestEngine()
  const listeners = await Promise.all(Array.from({ length: 32 }, () => listenLive(own.url)))
  expect(new Set(listeners.map(listener => listener.status))).toEqual(new Set([200]))
  expect((await listenLive(own.url)).status).toBe(503)
  listeners[0]?.close()
  await vi.waitFor(async () => {
    const late = await listenLive(own.url)
    expect(late.status).toBe(200)
  }, 8_000)
  await own.engine.close()
  await Promise.all(listeners.map(listener => listener.ended))
  await own.database.drop()
})

test('a connection that was opened and not used does not keep the engine from closing', async () => {
  const own = await startTestEngine()
  const unused = connect(Number(new URL(own.url).port), '127.0.0.1')
  await once(unused, 'connect')
  await own.get('/v1/overview')
  await own.close()
  unused.destroy()
}, 10_000)

test('the overview counts what runs, waits and has failed', async () => {
  const own = await startTestEngine()
  await own.database.query(`
    insert into engine.run (id, function_id, event_id, event_ids, status, started_ms, ended_ms)
    values ('01F', '${crypto.randomUUID()}', 'e', '{e}', 'Failed', 1, ${Date.now() - 60_000})`)
  await own.database.query(`
    insert into engine.queue (run_id, step_id, function_id, kind, due_ms)
    select 'sleeper' || n, 'a', '${crypto.randomUUID()}', 'sleep', ${Date.now() + 3_600_000} from generate_series(1, 3) n`)
  const { data } = (await (await own.get('/v1/overview')).json()) as { data: object }
  expect(data).toMatchObject({ running: 0, waiting: 3, failedLastHour: 1, lagMs: 0, mode: 'cloud' })
  await own.close()
})

test('in development mode no page of another site can use the engine, whatever name it gives it', async () => {
  const database = await createTestDatabase()
  const dev = await startEngine({ databaseUrl: database.url, port: 0 })
  const { host, port } = new URL(dev.url)
  const cases: [string, Record<string, string>, string, number][] = [
    ['/v1/runs', {}, 'GET', 200],
    ['/v1/runs', { host: `localhost:${port}` }, 'GET', 200],
    ['/v1/runs', { host: `evil.example:${port}` }, 'GET', 403],
    ['/', { host: 'evil.example' }, 'GET', 403],
    ['/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', { origin: 'https://evil.example' }, 'DELETE', 403],
    ['/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', { origin: 'null' }, 'DELETE', 403],
    ['/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', { origin: 'http://localhost:3000' }, 'DELETE', 403],
    ['/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', { origin: `http://${host}` }, 'DELETE', 404],
    ['/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/rerun', { origin: 'https://evil.example' }, 'POST', 403],
    ['/v1/live', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 'GET', 403],
    ['/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET', 200],
    ['/e/x', { origin: 'https://evil.example' }, 'POST', 403],
    ['/e/x', { origin: 'http://localhost:3000' }, 'POST', 200],
    ['/e/x', {}, 'POST', 200],
  ]
  for (const [path, headers, method, status] of cases) {
    expect([path, headers, await ask(dev.url, path, headers, method)]).toEqual([path, headers, status])
  }
  await dev.close()
  await database.drop()
})

test('without the page the API stays', async () => {
  const own = await startTestEngine({ ui: false })
  expect((await own.get('/')).status).toBe(404)
  expect((await own.get('/ui/app.js')).status).toBe(404)
  expect((await own.get('/v1/runs')).status).toBe(200)
  await own.close()
})
