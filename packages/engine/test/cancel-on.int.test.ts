import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEngine } from '../src/start-engine.ts'
import { createClient, eventKey, signingKey, startApp, type TestApp } from './test-app.ts'
import { createView, startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
let send: (name: string, data?: Record<string, unknown>) => Promise<string>
const called = vi.fn<(what: string) => void>()

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  send = async (name, data = {}) => (await client.send({ name, data })).ids[0] ?? ''
  app = await startApp(client, [
    client.createFunction(
      {
        id: 'order',
        triggers: [{ event: 'order/placed' }],
        cancelOn: [{ event: 'order/cancelled', if: 'async.data.order == event.data.order' }],
      },
      async ({ step, event }) => {
        await step.run('begin', () => called(`begin ${event.data.order}`))
        await step.sleep('long', '1h')
        return 'not reached'
      },
    ),
    client.createFunction(
      {
        id: 'brief',
        triggers: [{ event: 'order/brief' }],
        cancelOn: [{ event: 'order/cancelled', timeout: '1s' }],
      },
      async ({ step }) => {
        await step.sleep('longer than the cancellation', '2s')
        return 'reached'
      },
    ),
    client.createFunction(
      { id: 'limited', triggers: [{ event: 'order/limited' }], timeouts: { finish: '1s' } },
      ({ step }) => step.sleep('long', '1h'),
    ),
    client.createFunction(
      {
        id: 'queued',
        triggers: [{ event: 'order/queued' }],
        concurrency: { limit: 1 },
        timeouts: { start: '1s' },
      },
      async ({ event }) => {
        called(`queued ${event.data.n}`)
        if (event.data.n === 1) await vi.waitUntil(() => release, { timeout: 10_000 })
        return event.data.n
      },
    ),
  ])
  expect((await app.register()).status).toBe(200)
})

let release = false

afterAll(async () => {
  await app.close()
  await engine.close()
})

test('an event that meets the condition of cancelOn cancels the run, and only that run', async () => {
  const [mine, other] = [await send('order/placed', { order: 'mine' }), await send('order/placed', { order: 'other' })]
  await vi.waitFor(() => expect(called).toHaveBeenCalledWith('begin other'))
  await send('order/cancelled', { order: 'mine' })
  expect(await engine.ended(mine)).toMatchObject({ status: 'Cancelled', output: {} })
  expect(await engine.runsOf(other)).toMatchObject([{ status: 'Running' }])
})

test('after its timeout an event of cancelOn has no effect', async () => {
  const id = await send('order/brief')
  const [run] = await engine.runsOf(id)
  await vi.waitFor(async () => {
    const [row] = await engine.database.query(`select started_ms from engine.run where id = '${run?.run_id}'`)
    expect(Date.now()).toBeGreaterThan(Number(row?.started_ms) + 1_000)
  }, 5_000)
  await send('order/cancelled', { order: 'any' })
  expect(await engine.ended(id)).toMatchObject({ status: 'Completed', output: 'reached' })
})

test('a run that has not ended in its time is cancelled', async () => {
  expect(await engine.ended(await send('order/limited'))).toMatchObject({ status: 'Cancelled' })
})

test('a run that has not begun in its time is cancelled and never called; one that has begun is not', async () => {
  const first = await send('order/queued', { n: 1 })
  await vi.waitFor(() => expect(called).toHaveBeenCalledWith('queued 1'))
  const second = await send('order/queued', { n: 2 })
  expect(await engine.ended(second)).toMatchObject({ status: 'Cancelled' })
  release = true
  expect(await engine.ended(first)).toMatchObject({ status: 'Completed', output: 1 })
  expect(called).not.toHaveBeenCalledWith('queued 2')
})

test('the next engine knows which runs an event cancels, and carries out a cancellation that was left undone', async () => {
  const [open, left] = [await send('order/placed', { order: 'open' }), await send('order/placed', { order: 'left' })]
  await vi.waitFor(() => {
    expect(called).toHaveBeenCalledWith('begin open')
    expect(called).toHaveBeenCalledWith('begin left')
  })
  await engine.engine.close()
  await engine.database.query(
    `insert into engine.queue (run_id, step_id, function_id, kind, due_ms, owner)
     select id, 'cancelled', function_id, 'cancel', 0, 0 from engine.run where event_id = '${left}'`,
  )
  const next = await startEngine({ databaseUrl: engine.database.url, port: 0, eventKeys: [eventKey], signingKey })
  try {
    const view = createView(next.url)
    expect(await view.ended(left)).toMatchObject({ status: 'Cancelled' })
    await createClient(next.url).send({ name: 'order/cancelled', data: { order: 'open' } })
    expect(await view.ended(open)).toMatchObject({ status: 'Cancelled' })
  } finally {
    await next.close()
  }
})
