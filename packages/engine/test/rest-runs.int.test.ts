import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createClient, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

type Listed = { run_id: string; status: string; function_slug: string; waits_until?: string; output?: unknown }
type Page = { data: Listed[]; metadata: { cursor: string | null } }

let engine: TestEngine
let app: TestApp

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  app = await startApp(client, [
    client.createFunction({ id: 'child', triggers: [{ event: 'test/child' }] }, async () => 'from the child'),
    client.createFunction(
      { id: 'steps', retries: 1, triggers: [{ event: 'test/steps' }] },
      async ({ step, attempt }) => {
        await step.run('flaky', () => {
          if (attempt === 0) throw new Error('not yet')
          return { long: 'x'.repeat(500) }
        })
        await step.waitForEvent('paid', { event: 'test/paid', timeout: '1h', if: 'async.data.order == "o1"' })
        return 'done'
      },
    ),
    client.createFunction({ id: 'quick', triggers: [{ event: 'test/quick' }] }, async ({ event }) => event.data.n),
    client.createFunction({ id: 'broken', retries: 0, triggers: [{ event: 'test/broken' }] }, async () => {
      throw new Error('always')
    }),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const send = async (name: string, data: Record<string, unknown> = {}) => (await app.client.send({ name, data })).ids[0]
const read = async <Body>(path: string) => (await (await engine.get(path)).json()) as Body
const readAll = async (path: string) => {
  const found: Listed[] = []
  const join = path.includes('?') ? '&' : '?'
  for (let cursor: string | null = 'ZZ'; cursor !== null; ) {
    const page: Page = await read(`${path}${join}cursor=${cursor}`)
    found.push(...page.data)
    cursor = page.metadata.cursor
  }
  return found
}

test('runs come newest first, in pages that together are all of them, each once', async () => {
  const events = await Promise.all(Array.from({ length: 7 }, (_, n) => send('test/quick', { n })))
  for (const event of events) await engine.ended(event)
  const all = await read<Page>('/v1/runs?limit=1000')
  expect(all.data.length).toBeGreaterThanOrEqual(7)
  expect(all.metadata.cursor).toBeNull()
  const ids = all.data.map(run => run.run_id)
  expect(ids).toEqual([...ids].sort().reverse())
  expect((await readAll('/v1/runs?limit=3')).map(run => run.run_id)).toEqual(ids)
})

test('runs are filtered by function and status', async () => {
  await engine.ended(await send('test/broken'))
  await engine.ended(await send('test/quick', { n: 1 }))
  const failed = await read<Page>('/v1/runs?status=Failed')
  expect(new Set(failed.data.map(run => run.function_slug))).toEqual(new Set(['shop-broken']))
  const quick = await read<Page>('/v1/runs?function=shop-quick&status=Completed')
  expect(new Set(quick.data.map(run => run.function_slug))).toEqual(new Set(['shop-quick']))
  expect((await read<Page>('/v1/runs?function=shop-quick&status=Failed')).data).toEqual([])
})

test('a search looks through 10,000 runs a request and says where to go on', async () => {
  const own = await startTestEngine()
  await own.database.query(`insert into engine.function values ('${crypto.randomUUID()}', 'shop', 'shop-old', '{}')`)
  await own.database.query(
    `insert into engine.run (id, function_id, event_id, event_ids, status, output, started_ms, ended_ms)
     select lpad(n::text, 26, '0'), (select id from engine.function), 'e', '{e}',
       case when n in (5, 12000) then 'Failed' else 'Completed' end, '1', n, n
     from generate_series(1, 25000) as n`,
  )
  const look = async (path: string) => (await (await own.get(path)).json()) as Page
  const first = await look('/v1/runs?status=Failed')
  expect(first).toMatchObject({ data: [], metadata: { cursor: '15001'.padStart(26, '0') } })
  const second = await look(`/v1/runs?status=Failed&cursor=${first.metadata.cursor}`)
  expect(second.data.map(run => Number(run.run_id))).toEqual([12_000])
  const third = await look(`/v1/runs?status=Failed&cursor=${second.metadata.cursor}`)
  expect(third.data.map(run => Number(run.run_id))).toEqual([5])
  expect(third.metadata.cursor).toBeNull()
  await own.close()
})

test('the steps of a run tell its failed attempts, what it waits for and until when', async () => {
  const event = await send('test/steps')
  type Steps = {
    data: {
      steps: { name: string; output?: unknown; output_preview?: string; output_bytes?: number }[]
      failed_attempts: { name: string; error: { message: string } }[]
      waiting: { kind: string; event?: string; condition?: string; due_at: string }[]
    }
  }
  const id = await vi.waitFor(async () => {
    const [run] = (await read<Page>(`/v1/events/${event}/runs`)).data
    expect(Date.parse(run?.waits_until ?? '')).toBeGreaterThan(Date.now() + 3_000_000)
    return run?.run_id
  }, 8_000)
  const { data } = await read<Steps>(`/v1/runs/${id}/steps`)
  expect(data.steps).toMatchObject([{ name: 'flaky', attempt: 1, output: { long: 'x'.repeat(500) } }])
  expect(data.failed_attempts).toMatchObject([{ name: 'flaky', attempt: 0, error: { message: 'not yet' } }])
  expect(data.waiting).toMatchObject([
    { kind: 'wait', event: 'test/paid', condition: 'async.data.order == "o1"', under_way: false },
  ])
  const short = await read<Steps>(`/v1/runs/${id}/steps?cut=100`)
  expect(short.data.steps[0]?.output).toBeUndefined()
  expect(short.data.steps[0]?.output_preview).toMatch(/^\{"long":"x+$/)
  expect(short.data.steps[0]?.output_bytes).toBe(JSON.stringify({ long: 'x'.repeat(500) }).length)
  const jobs = await read<{ data: object[] }>(`/v1/runs/${id}/jobs`)
  expect(jobs.data).toMatchObject([{ kind: 'pause', position: 0, attempt: 0 }])
  const actions = await read<Record<string, { data: unknown }>>(`/v0/runs/${id}/actions`)
  expect(Object.values(actions)).toEqual([{ data: { long: 'x'.repeat(500) } }])
  expect(await read(`/v0/runs/${id}/batch`)).toMatchObject([{ name: 'test/steps' }])
})

test('events come newest first, by name and time, with the engine’s own only where asked for', async () => {
  const before = new Date().toISOString()
  const event = await send('test/broken', { which: 'listed' })
  await engine.ended(event)
  const named = await read<{ data: { internal_id: string; name: string; data: object }[] }>(
    `/v1/events?name=test/broken&received_after=${before}`,
  )
  expect(named.data).toMatchObject([{ internal_id: event, name: 'test/broken', data: { which: 'listed' }, source: '' }])
  expect((await read<Page>(`/v1/events?received_before=2001-01-01T00:00:00Z`)).data).toEqual([])
  expect(await read(`/v1/events/${event}`)).toMatchObject({ data: { internal_id: event, data: { which: 'listed' } } })
})

test('functions and apps are listed as they registered last', async () => {
  expect(await read('/v1/apps')).toMatchObject({ data: [{ id: 'shop', functions: 4 }] })
  const { data } = await read<{ data: { slug: string }[] }>('/v1/functions')
  expect(data.find(fn => fn.slug === 'shop-steps')).toMatchObject({
    app_id: 'shop',
    name: 'steps',
    retries: 1,
    triggers: [{ event: 'test/steps' }],
    retired: false,
  })
})

test('wrong input is answered with 4xx and a sentence', async () => {
  const paths: Record<string, number> = {
    '/v1/runs?status=Nope': 400,
    '/v1/runs?cursor=%00': 400,
    '/v1/runs?limit=1001': 400,
    '/v1/runs/%00': 400,
    '/v1/runs/%zz': 400,
    '/v1/events?name=%00': 400,
    '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/jobs': 404,
    '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/steps': 404,
    '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/steps/a': 404,
    '/v1/events?received_after=yesterday': 400,
    '/v1/events/01ARZ3NDEKTSV4RRFFQ69G5FAV': 404,
    '/v0/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/actions': 410,
    '/v0/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV/batch': 410,
  }
  for (const [path, status] of Object.entries(paths)) {
    const response = await engine.get(path)
    expect([path, response.status]).toEqual([path, status])
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/\w/), status })
  }
})
