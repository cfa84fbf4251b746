import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { closeServer, listen } from './test-app.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'
import type { RunView } from './test-engine.ts'

// An app that is no SDK: what it answers, and what it says in checkpoints, is up to each test.

type Call = { body: Record<string, unknown>; headers: IncomingMessage['headers']; url: string }
type Answer = { status: number; headers?: Record<string, string>; body: string }

let database: TestDatabase
let engine: Engine
let app: Server
let answer: (call: Call) => Answer | Promise<Answer>
const calls: Call[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  engine = await startEngine({ databaseUrl: database.url, port: 0, retryIntervalMs: 10, appTimeoutMs: 700 })
  app = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>
    const call = { body, headers: request.headers, url: request.url ?? '' }
    calls.push(call)
    const { status, headers, body: text } = await answer(call)
    response.writeHead(status, { 'x-inngest-sdk': 'test', ...headers }).end(text)
  })
  await listen(app, 0)
  await register({})
})

afterAll(async () => {
  await engine.close()
  await closeServer(app)
  await database.drop()
})

const register = (options: object, triggers: object[] = [{ event: 'test/go' }], appName = 'raw') => {
  const url = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`
  const step = { runtime: { type: 'http', url: `${url}?fnId=raw-go&stepId=step` }, retries: { attempts: 1 } }
  const body = {
    url,
    appName,
    sdk: 'test',
    functions: [{ id: 'raw-go', triggers, steps: { step }, ...options }],
  }
  return fetch(`${engine.url}/fn/register`, { method: 'POST', body: JSON.stringify(body) })
}

async function run(answers: typeof answer): Promise<RunView> {
  answer = answers
  calls.length = 0
  const sent = await fetch(`${engine.url}/e/any`, { method: 'POST', body: '{"name":"test/go","data":{"n":1}}' })
  const { ids } = (await sent.json()) as { ids: string[] }
  return vi.waitFor(
    async () => {
      const response = await fetch(`${engine.url}/v1/events/${ids[0]}/runs`)
      const { data } = (await response.json()) as { data: RunView[] }
      if (!data[0]?.ended_at) throw new Error('The run has not ended')
      return data[0]
    },
    { timeout: 8_000, interval: 10 },
  )
}

const op = (more: object) => JSON.stringify([{ id: 'a'.repeat(40), op: 'StepRun', name: 'a', data: 1, ...more }])
const done = (data: unknown): Answer => ({ status: 200, body: JSON.stringify(data) })

test('a reply that is not the protocol’s is tried again and then fails the run with what came', async () => {
  const rubbish: [Answer, RegExp][] = [
    [{ status: 200, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, /nested deeper than 500 levels/],
    [{ status: 200, body: '<html>' }, /answered 200 with something that is no JSON: <html>/],
    [{ status: 206, body: '{}' }, /answered 206 without steps/],
    [{ status: 206, body: '[]' }, /answered 206 without steps/],
    [{ status: 206, body: '[{"op":"StepRun"}]' }, /answered 206 without steps/],
    [{ status: 206, body: op({ op: 'WaitForEvent', name: undefined, opts: { timeout: '1d' } }) }, /206 without steps/],
    [{ status: 302, body: '{}' }, /answered 302, which means nothing/],
    [{ status: 404, body: '{"message":"no such route"}' }, /no such route/],
    [{ status: 413, body: '"too large"' }, /too large/],
    [{ status: 206, body: op({ op: 'Sleep', name: '' }) }, /no duration and no time/],
    [{ status: 206, body: op({ op: 'Gateway', name: 'fetch' }) }, /step.fetch, which this engine does not support/],
    [{ status: 206, body: op({ op: 'Nonsense' }) }, /Nonsense, which this engine does not support/],
  ]
  for (const [given, reason] of rubbish) {
    const ended = await run(() => given)
    expect([ended.status, JSON.stringify(ended.output)]).toEqual(['Failed', expect.stringMatching(reason)])
  }
})

test('an address that answers without an SDK fails the run and says so', async () => {
  const plain = createServer((_request, response) => response.writeHead(200).end('hello'))
  await listen(plain, 0)
  const { port } = plain.address() as AddressInfo
  const steps = { step: { runtime: { type: 'http', url: `http://127.0.0.1:${port}/` }, retries: { attempts: 0 } } }
  await register({ steps })
  const ended = await run(() => done(1))
  expect(JSON.stringify(ended.output)).toContain('answered 200 and no Inngest SDK: hello')
  await closeServer(plain)
  await register({})
})

test('a step whose id is that of one of the engine’s own rows fails the run', async () => {
  const ended = await run(() => ({ status: 206, body: op({ id: 'step', op: 'StepPlanned' }) }))
  expect([ended.status, JSON.stringify(ended.output)]).toEqual(['Failed', expect.stringContaining('206 without steps')])
})

test('a sleep past the end of all calendars fails the run and says so', async () => {
  const ended = await run(() => ({ status: 206, body: op({ op: 'Sleep', name: '99999999999w' }) }))
  expect([ended.status, JSON.stringify(ended.output)]).toEqual([
    'Failed',
    expect.stringContaining('no duration and no time'),
  ])
})

test('an app that names finished steps for ever is called no more often than it has attempts', async () => {
  const ended = await run(() => ({ status: 206, body: op({ op: 'StepRun' }) }))
  expect(ended.status).toBe('Failed')
  expect(calls.length).toBeLessThanOrEqual(4)
})

test('a call that takes too long counts as a failed attempt, and what it says later is refused', async () => {
  let late: Promise<Response> | undefined
  const ended = await run(async call => {
    if (calls.length > 1) return done('second')
    await vi.waitFor(() => expect(calls).toHaveLength(2), { timeout: 5_000 })
    late = checkpoint(call, [{ id: 'b', op: 'StepRun', name: 'late', data: 1 }])
    return done('first')
  })
  expect(ended).toMatchObject({ status: 'Completed', output: 'second' })
  expect(calls.map(call => (call.body.ctx as { attempt: number }).attempt)).toEqual([0, 1])
  await vi.waitFor(async () => expect((await late)?.status).toBe(409))
})

const checkpoint = (call: Call, steps: unknown, changes: object = {}) => {
  const ctx = call.body.ctx as Record<string, unknown>
  return fetch(`${engine.url}/v1/checkpoint/${ctx.run_id}/async`, {
    method: 'POST',
    body: JSON.stringify({
      run_id: ctx.run_id,
      qi_id: ctx.qi_id,
      request_id: call.headers['x-request-id'],
      steps,
      ...changes,
    }),
  })
}

test('a checkpoint is taken from the current call only, and only with finished steps', async () => {
  const statuses: number[] = []
  const step = { id: 'c1', op: 'StepRun', name: 'one', data: { a: 1 } }
  const ended = await run(async call => {
    if (calls.length > 1) return done(call.body.steps)
    const tries = [
      checkpoint(call, [step]),
      checkpoint(call, [step]),
      checkpoint(call, []),
      checkpoint(call, [step], { request_id: 'another' }),
      checkpoint(call, [step], { qi_id: 'another' }),
      checkpoint(call, [{ ...step, id: 'c2', op: 'StepPlanned' }]),
      checkpoint(call, [{ ...step, id: 'c3', op: 'Sleep' }]),
      checkpoint(call, 'rubbish'),
    ]
    for (const response of await Promise.all(tries)) statuses.push(response.status)
    return { status: 500, headers: { 'x-inngest-no-retry': 'false' }, body: '{"name":"Error","message":"again"}' }
  })
  expect(statuses).toEqual([200, 200, 200, 409, 409, 200, 400, 400])
  expect(ended).toMatchObject({ status: 'Completed', output: { c1: { data: { a: 1 } } } })
})

test('a checkpoint sent again is answered no sooner than the steps of the first are committed', async () => {
  const holder = new pg.Client(database.url)
  await holder.connect()
  const step = { id: 'r1', op: 'StepRun', name: 'one', data: 1 }
  let released = false
  let answeredAfter: boolean | undefined
  await run(async call => {
    await holder.query('begin')
    await holder.query('lock table engine.step in exclusive mode')
    const first = checkpoint(call, [step])
    await vi.waitFor(async () => {
      const { rows } = await holder.query('select from pg_locks where not granted and relation = $1::regclass', [
        'engine.step',
      ])
      expect(rows).toHaveLength(1)
    })
    const again = checkpoint(call, [step]).then(() => {
      answeredAfter = released
    })
    await fetch(`${engine.url}/health`)
    released = true
    await holder.query('rollback')
    await Promise.all([first, again])
    return done('ok')
  })
  await holder.end()
  expect(answeredAfter).toBe(true)
})

test('calls carry what the real server sends', async () => {
  await run(() => done('seen'))
  const [call] = calls
  expect(call?.url).toBe('/api/inngest?fnId=raw-go&stepId=step')
  expect(call?.headers).toMatchObject({ 'x-inngest-req-version': '-1', 'x-inngest-generation-id': '1' })
  expect(Object.keys(call?.body ?? {})).toEqual(['ctx', 'defers', 'event', 'events', 'steps', 'use_api', 'version'])
  expect(Object.keys(call?.body.ctx as object)).toEqual(
    'attempt disable_immediate_execution env fn_id generation_id job_id max_attempts qi_id request_id run_id stack step_id use_api'.split(
      ' ',
    ),
  )
  expect(call?.body).toMatchObject({
    version: -1,
    ctx: { attempt: 0, max_attempts: 2, stack: { current: 0, stack: [] } },
  })
  expect(call?.body.event).toMatchObject({ name: 'test/go', data: { n: 1 }, user: {} })
})

test('in a race the function goes on as soon as one step is over', async () => {
  const planned = (id: string) => ({ id, op: 'StepPlanned', name: id, opts: { parallelMode: 'race' } })
  let slowIsOver: () => void = () => undefined
  const ended = await run(async call => {
    const { step_id: step } = call.body.ctx as { step_id: string }
    const known = Object.keys(call.body.steps as object)
    if (step === 'fast') return { status: 206, body: op({ id: 'fast' }) }
    if (step === 'slow') {
      await new Promise<void>(resolve => {
        slowIsOver = resolve
      })
      return { status: 206, body: op({ id: 'slow' }) }
    }
    if (known.length === 0) return { status: 206, body: JSON.stringify([planned('fast'), planned('slow')]) }
    return done(known)
  })
  slowIsOver()
  expect(ended.output).toEqual(['fast'])
})

test('after a sleep that ends a group the app is asked to plan only, and after a lone sleep to go on', async () => {
  const nap = (id: string) => ({ id, op: 'Sleep', name: new Date(Date.now() + 20).toISOString() })
  const napTogether = [nap('nap one'), nap('nap two')]
  const naps: [object[], unknown[]][] = [
    [
      napTogether,
      [
        ['step', false],
        ['step', true],
        ['next', true],
        ['step', false],
      ],
    ],
    [
      [nap('alone')],
      [
        ['step', false],
        ['step', false],
        ['next', true],
        ['step', false],
      ],
    ],
  ]
  for (const [ops, expected] of naps) {
    await run(call => {
      const { step_id: step } = call.body.ctx as { step_id: string }
      const known = Object.keys(call.body.steps as object)
      if (known.length === 0) return { status: 206, body: JSON.stringify(ops) }
      if (step === 'next') return { status: 206, body: op({ id: 'next' }) }
      return known.includes('next') ? done(known) : { status: 206, body: op({ id: 'next', op: 'StepPlanned' }) }
    })
    const asked = calls.map(call => call.body.ctx as { step_id: string; disable_immediate_execution: boolean })
    expect(asked.map(ctx => [ctx.step_id, ctx.disable_immediate_execution])).toEqual(expected)
  }
})

test('a streamed reply is read for its true status and body', async () => {
  const streamed = { status: 200, headers: { 'X-Inngest-Sdk': 'js' }, body: '"from the stream"' }
  const ended = await run(() => ({ status: 201, body: `   ${JSON.stringify(streamed)}` }))
  expect(ended).toMatchObject({ status: 'Completed', output: 'from the stream' })
})

test('a registration with an option that the engine cannot honour is refused with function, option and reason', async () => {
  const refused: [object, RegExp][] = [
    [{ debounce: { period: 'soon' } }, /Function raw-go: option debounce.period is refused: "soon" is no duration/],
    [{ batchEvents: { maxSize: 5, timeout: '1s' }, debounce: { period: '1s' } }, /option batchEvents is refused/],
    [{ triggers: [{ cron: '* * * * *', jitter: '5s' }] }, /option cron jitter is refused: this engine fires on time/],
    [{ cancel: [{ event: 'x', if: 'async.data.' }] }, /option cancelOn if/],
    [{ timeouts: { finish: 'soon' } }, /option timeouts.finish/],
    [{ idempotency: 'event.data.(' }, /option idempotency is refused: "event.data.\(" is no CEL/],
    [{ triggers: [{ event: 'a*b' }] }, /a \* may only stand at the end/],
    [{ triggers: [{ cron: 'every day' }] }, /option cron is refused/],
    [{ steps: {} }, /option steps.step is not valid/],
    [{ concurrency: [{ limit: -1 }] }, /option concurrency.0.limit is not valid/],
    [{ throttle: { limit: 1, period: '1s', sliding: true } }, /option throttle is not valid: .*"sliding"/],
    [{ sandbox: { image: 'x' } }, /option sandbox is refused: this engine does not know it/],
    [{ triggers: [{ event: 'inngest/deferred.schedule' }] }, /option trigger is refused: this engine runs no deferred/],
  ]
  for (const [options, reason] of refused) {
    const response = await register(options)
    const body = (await response.json()) as { error: string }
    expect([response.status, body.error]).toEqual([400, expect.stringMatching(reason)])
  }
  expect(await run(() => done('still there'))).toMatchObject({ output: 'still there' })
})

test('a function whose id another app has is refused, with its id', async () => {
  expect((await register({})).status).toBe(200)
  const response = await register({}, [{ event: 'test/go' }], 'other')
  expect(await response.json()).toMatchObject({
    error: 'Function raw-go: option id is refused: a function of another app has it',
    status: 400,
  })
})

test('a function with a schedule runs at its time with the real server’s event', async () => {
  let seen: Record<string, unknown> | undefined
  answer = call => {
    seen ??= call.body.event as Record<string, unknown>
    return done('ok')
  }
  await register({}, [{ cron: 'TZ=Asia/Seoul * * * * * *' }])
  await vi.waitFor(() => expect(seen).toBeDefined(), { timeout: 5_000, interval: 10 })
  await register({})
  const { data, id, name, ts } = seen as { data: Record<string, string>; id: string; name: string; ts: number }
  const at = new Date(ts).toISOString().replace('.000Z', 'Z')
  expect({ data, id, name }).toEqual({
    data: { cron: 'TZ=Asia/Seoul * * * * * *', fireAt: at, scheduledAt: at },
    id: at,
    name: 'inngest/scheduled.timer',
  })
  const twice = await database.query(
    `select e.external_id from engine.event e where name = 'inngest/scheduled.timer' group by 1 having count(*) > 1`,
  )
  expect(twice).toEqual([])
})

test('an unknown path, method or run is answered with a clear error', async () => {
  const answers = await Promise.all(
    ['/nope', '/v1/runs/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/v1/runs?limit=0', '/v1/runs?limit=x'].map(path =>
      fetch(engine.url + path),
    ),
  )
  expect(answers.map(response => response.status)).toEqual([404, 404, 400, 400])
  expect((await fetch(`${engine.url}/fn/register`, { method: 'POST', body: '{"broken' })).status).toBe(400)
  expect((await fetch(`${engine.url}/fn/register`, { method: 'POST', body: '[]' })).status).toBe(400)
})
