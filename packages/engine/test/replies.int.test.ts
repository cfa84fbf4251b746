import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Answer, type Call, done, op, type RawApp, startRawApp } from './raw-app.ts'
import { closeServer, listen } from './test-app.ts'

let raw: RawApp

beforeAll(async () => {
  raw = await startRawApp()
})

afterAll(() => raw.close())

test('a reply that is not the protocol’s is tried again and then fails the run with what came', async () => {
  const rubbish: [Answer, RegExp][] = [
    [{ status: 200, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, /nested deeper than 500 levels/],
    [{ status: 200, body: '<html>' }, /answered 200 with something that is no JSON: <html>/],
    [{ status: 206, body: '{}' }, /answered 206 without steps/],
    [{ status: 206, body: '[]' }, /answered 206 without steps/],
    [{ status: 206, body: '[{"op":"StepRun"}]' }, /answered 206 without steps/],
    [{ status: 206, body: op({ op: 'WaitForEvent', name: undefined, opts: { timeout: '1d' } }) }, /206 without steps/],
    [
      { status: 206, body: JSON.stringify(Array.from({ length: 10_001 }, (_, n) => ({ id: `s${n}`, op: 'StepRun' }))) },
      /10001 steps at once/,
    ],
    [{ status: 302, body: '{}' }, /answered 302, which means nothing/],
    [{ status: 404, body: '{"message":"no such route"}' }, /no such route/],
    [{ status: 413, body: '"too large"' }, /too large/],
    [{ status: 206, body: op({ op: 'Sleep', name: '' }) }, /no duration and no time/],
    [{ status: 206, body: op({ op: 'Gateway', name: 'fetch' }) }, /step.fetch, which this engine does not support/],
    [{ status: 206, body: op({ op: 'Nonsense' }) }, /Nonsense, which this engine does not support/],
  ]
  for (const [given, reason] of rubbish) {
    const ended = await raw.run(() => given)
    expect([ended.status, JSON.stringify(ended.output)]).toEqual(['Failed', expect.stringMatching(reason)])
  }
})

test('a run that keeps growing fails before it fills the engine, and says how large it is', async () => {
  const ended = await raw.run(({ body }) => {
    const known = Object.keys(body.steps).length
    const ops = Array.from({ length: 6_000 }, (_, n) => ({ id: `step ${known + n}`, op: 'StepRun' }))
    return { status: 206, body: JSON.stringify(ops) }
  })
  expect(ended).toMatchObject({
    status: 'Failed',
    output: { message: 'The run has 12000 steps: at most 10000 are kept' },
  })
  expect(raw.calls).toHaveLength(2)
})

test('an address that answers without an SDK fails the run and says so', async () => {
  const plain = createServer((_request, response) => response.writeHead(200).end('hello'))
  await listen(plain, 0)
  const { port } = plain.address() as AddressInfo
  const steps = { step: { runtime: { type: 'http', url: `http://127.0.0.1:${port}/` }, retries: { attempts: 0 } } }
  await raw.register({ steps })
  const ended = await raw.run(() => done(1))
  expect(JSON.stringify(ended.output)).toContain('answered 200 and no Inngest SDK: hello')
  await closeServer(plain)
  await raw.register({})
})

test('a step whose id is that of one of the engine’s own rows fails the run', async () => {
  const ended = await raw.run(() => ({ status: 206, body: op({ id: 'step', op: 'StepPlanned' }) }))
  expect([ended.status, JSON.stringify(ended.output)]).toEqual(['Failed', expect.stringContaining('206 without steps')])
})

test('a sleep past the end of all calendars fails the run and says so', async () => {
  const ended = await raw.run(() => ({ status: 206, body: op({ op: 'Sleep', name: '99999999999w' }) }))
  expect([ended.status, JSON.stringify(ended.output)]).toEqual([
    'Failed',
    expect.stringContaining('no duration and no time'),
  ])
})

test('an app that names finished steps for ever is called no more often than it has attempts', async () => {
  const ended = await raw.run(() => ({ status: 206, body: op({ op: 'StepRun' }) }))
  expect(ended.status).toBe('Failed')
  expect(raw.calls.length).toBeLessThanOrEqual(4)
})

test('a call that takes too long counts as a failed attempt, and what it says later is refused', async () => {
  let late: Promise<Response> | undefined
  const ended = await raw.run(async call => {
    if (raw.calls.length > 1) return done('second')
    await vi.waitFor(() => expect(raw.calls).toHaveLength(2), { timeout: 5_000 })
    late = checkpoint(call, [{ id: 'b', op: 'StepRun', name: 'late', data: 1 }])
    return done('first')
  })
  expect(ended).toMatchObject({ status: 'Completed', output: 'second' })
  expect(raw.calls.map(call => (call.body.ctx as { attempt: number }).attempt)).toEqual([0, 1])
  await vi.waitFor(async () => expect((await late)?.status).toBe(409))
})

const checkpoint = (call: Call, steps: unknown, changes: object = {}) => {
  const ctx = call.body.ctx as Record<string, unknown>
  return fetch(`${raw.engine.url}/v1/checkpoint/${ctx.run_id}/async`, {
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
  const ended = await raw.run(async call => {
    if (raw.calls.length > 1) return done(call.body.steps)
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
  const holder = new pg.Client(raw.database.url)
  await holder.connect()
  const step = { id: 'r1', op: 'StepRun', name: 'one', data: 1 }
  let released = false
  let answeredAfter: boolean | undefined
  await raw.run(async call => {
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
    await fetch(`${raw.engine.url}/health`)
    released = true
    await holder.query('rollback')
    await Promise.all([first, again])
    return done('ok')
  })
  await holder.end()
  expect(answeredAfter).toBe(true)
})

test('calls carry what the real server sends', async () => {
  await raw.run(() => done('seen'))
  const [call] = raw.calls
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
  const ended = await raw.run(async call => {
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
    await raw.run(call => {
      const { step_id: step } = call.body.ctx as { step_id: string }
      const known = Object.keys(call.body.steps as object)
      if (known.length === 0) return { status: 206, body: JSON.stringify(ops) }
      if (step === 'next') return { status: 206, body: op({ id: 'next' }) }
      return known.includes('next') ? done(known) : { status: 206, body: op({ id: 'next', op: 'StepPlanned' }) }
    })
    const asked = raw.calls.map(call => call.body.ctx as { step_id: string; disable_immediate_execution: boolean })
    expect(asked.map(ctx => [ctx.step_id, ctx.disable_immediate_execution])).toEqual(expected)
  }
})

test('a streamed reply is read for its true status and body', async () => {
  const streamed = { status: 200, headers: { 'X-Inngest-Sdk': 'js' }, body: '"from the stream"' }
  const ended = await raw.run(() => ({ status: 201, body: `   ${JSON.stringify(streamed)}` }))
  expect(ended).toMatchObject({ status: 'Completed', output: 'from the stream' })
})
