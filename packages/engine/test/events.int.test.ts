import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createClient, eventKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
let running = 0
let mostRunning = 0

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction({ id: 'plain', triggers: [{ event: 'test/plain' }] }, async ({ event }) => event.data),
    client.createFunction(
      { id: 'idempotent', triggers: [{ event: 'test/idempotent' }], idempotency: 'event.data.order' },
      async () => 'once',
    ),
    client.createFunction(
      {
        id: 'one-by-one',
        triggers: [{ event: 'test/one-by-one' }],
        concurrency: { limit: 1, key: 'event.data.key' },
      },
      async ({ step }) => {
        await step.run('work', async () => {
          running += 1
          mostRunning = Math.max(mostRunning, running)
          await new Promise(resolve => setTimeout(resolve, 5))
          running -= 1
        })
      },
    ),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${engine.url}/e/${eventKey}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const idsOf = async (response: Response) => ((await response.json()) as { ids: string[] }).ids

test('an event id that came in the last day is taken and starts nothing, in one request or in several', async () => {
  const event = { name: 'test/plain', id: 'order-1', data: {} }
  const [first] = await idsOf(await post(event))
  await engine.ended(first)
  const [again] = await idsOf(await post(event))
  expect(again).not.toBe(first)
  expect(await engine.runsOf(again)).toEqual([])
  const twins = await idsOf(
    await post([
      { ...event, id: 'order-2' },
      { ...event, id: 'order-2' },
    ]),
  )
  await engine.ended(twins[0])
  expect(await engine.runsOf(twins[1])).toEqual([])
})

test('twenty requests with one event id at the same time start one run', async () => {
  const responses = await Promise.all(
    Array.from({ length: 20 }, () => post({ name: 'test/plain', id: 'race', data: {} })),
  )
  const ids = (await Promise.all(responses.map(idsOf))).flat()
  const runs = (await Promise.all(ids.map(id => engine.runsOf(id)))).flat()
  expect(runs).toHaveLength(1)
})

test('a request that is repeated with its seed gives the same ids and starts nothing twice', async () => {
  const seed = { 'x-inngest-event-id-seed': `${Date.now()},c29tZSBlbnRyb3B5` }
  const first = await idsOf(
    await post(
      [
        { name: 'test/plain', data: { n: 1 } },
        { name: 'test/plain', data: { n: 2 } },
      ],
      seed,
    ),
  )
  const again = await idsOf(
    await post(
      [
        { name: 'test/plain', data: { n: 1 } },
        { name: 'test/plain', data: { n: 2 } },
      ],
      seed,
    ),
  )
  expect(again).toEqual(first)
  expect(new Set(first).size).toBe(2)
  expect(await engine.ended(first[1])).toMatchObject({ output: { n: 2 } })
  expect(await engine.runsOf(first[0])).toHaveLength(1)
})

test('two events with one idempotency key start one run', async () => {
  const ids = await idsOf(
    await post([
      { name: 'test/idempotent', data: { order: 'o1' } },
      { name: 'test/idempotent', data: { order: 'o1' } },
      { name: 'test/idempotent', data: { order: 'o2' } },
    ]),
  )
  const runs = await Promise.all(ids.map(id => engine.runsOf(id)))
  expect(runs.map(found => found.length)).toEqual([1, 0, 1])
})

test('a concurrency limit by key lets one step of a key run at a time, and all of them in the end', async () => {
  const events = Array.from({ length: 12 }, () => ({ name: 'test/one-by-one', data: { key: 'same' } }))
  const ids = await idsOf(await post(events))
  for (const id of ids) expect(await engine.ended(id)).toMatchObject({ status: 'Completed' })
  expect(mostRunning).toBe(1)
})

test('more events than the engine takes at once all run', async () => {
  const events = Array.from({ length: 3_000 }, (_, n) => ({ name: 'test/plain', data: { n } }))
  const ids = await idsOf(await post(events))
  expect(ids).toHaveLength(3_000)
  await vi.waitFor(
    async () => {
      const [count] = await engine.database.query(
        `select count(*)::int as open from engine.run where status = 'Running'`,
      )
      expect(count?.open).toBe(0)
    },
    { timeout: 60_000, interval: 100 },
  )
}, 90_000)

test('what is wrong with an event is said, and nothing of its request is stored', async () => {
  const wrong: [unknown, number, RegExp][] = [
    ['{ broken', 400, /no JSON/],
    ['', 400, /no JSON object/],
    [[1], 400, /no JSON object/],
    [{ data: {} }, 400, /has no name/],
    [[{ name: 'test/plain' }, { name: '' }], 400, /Event 1 has no name/],
    [{ name: 'x'.repeat(257) }, 400, /257 characters/],
    [{ name: 'inngest/function.failed', data: {} }, 400, /engine's own/],
    [{ name: 'test/plain', data: 'text' }, 400, /data that is no object/],
    [{ name: 'test/plain', ts: 'soon' }, 400, /ts that is no time/],
    [{ name: 'test/plain', ts: Number.MAX_SAFE_INTEGER }, 400, /ts that is no time/],
    [{ name: 'test/plain', id: 5 }, 400, /id that is no string/],
    ['{"name":"test/\\ud800"}', 400, /half a character/],
    ['{"name":"test/plain","id":"\\udc00"}', 400, /half a character/],
    [
      `{"name":"test/plain","data":{"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      400,
      /nested deeper than 500/,
    ],
    [{ name: 'test/plain', data: { big: 'x'.repeat(600_000) } }, 413, /larger than 512 KiB/],
    [Array.from({ length: 5_001 }, () => ({ name: 'a' })), 413, /at most 5000/],
    [`{"name":"test/plain","data":{"big":"${'x'.repeat(11_000_000)}"}}`, 413, /too large/],
  ]
  const [before] = await engine.database.query('select count(*)::int as n from engine.event')
  for (const [body, status, reason] of wrong) {
    const response = await post(body)
    const answer = (await response.json()) as { error: string; status: number }
    expect([response.status, answer.status, answer.error]).toEqual([status, status, expect.stringMatching(reason)])
  }
  expect(await engine.database.query('select count(*)::int as n from engine.event')).toEqual([before])
})

test('zero characters and prototype names in data come through unharmed', async () => {
  const text = '{"name":"test/plain","id":"nul\\u0000","data":{"a":"x\\u0000y","__proto__":{"b":1},"z":"\\ud800"}}'
  const [id] = await idsOf(await post(text))
  const run = await engine.ended(id)
  expect(run.status).toBe('Completed')
  expect(JSON.stringify(run.output)).toContain('x\\u0000y')
})
