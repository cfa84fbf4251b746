import { NonRetriableError, RetryAfterError } from 'inngest'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createClient, signingKey, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
const calls: { who: string; attempt: number; at: number }[] = []
const told: { name: string; status: string; of: string; message?: string | undefined }[] = []

const callsOf = (who: string) => calls.filter(call => call.who === who)

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  const note = (who: string, attempt: number) => calls.push({ who, attempt, at: Date.now() })
  app = await startApp(client, [
    client.createFunction(
      { id: 'flaky', retries: 3, triggers: [{ event: 'test/flaky' }] },
      async ({ step, attempt }) => {
        const first = await step.run('first', () => {
          note('flaky first', attempt)
          if (attempt < 2) throw new Error('not yet')
          return 'first'
        })
        const second = await step.run('second', () => {
          note('flaky second', attempt)
          if (callsOf('flaky second').length === 1) throw new Error('not yet either')
          return 'second'
        })
        return [first, second]
      },
    ),
    client.createFunction({ id: 'undo', retries: 1, triggers: [{ event: 'test/undo' }] }, async ({ step, attempt }) => {
      try {
        await step.run('charge', () => {
          note('undo charge', attempt)
          throw new Error('no money')
        })
      } catch (error) {
        const undone = await step.run('give back', () => 'given back')
        return { undone, because: error instanceof Error ? error.message : '' }
      }
      return undefined
    }),
    client.createFunction(
      {
        id: 'doomed',
        retries: 1,
        triggers: [{ event: 'test/doomed' }],
        onFailure: async ({ error, event, step }) => {
          await step.run('alert', () => note(`alert ${event.data.function_id} ${error.message}`, 0))
        },
      },
      async ({ attempt }) => {
        note('doomed', attempt)
        throw new Error('handler broke')
      },
    ),
    client.createFunction(
      { id: 'final', retries: 5, triggers: [{ event: 'test/final' }] },
      async ({ step, attempt }) => {
        await step.run('only once', () => {
          note('final', attempt)
          throw new NonRetriableError('never again')
        })
      },
    ),
    client.createFunction(
      { id: 'later', retries: 1, triggers: [{ event: 'test/later' }] },
      async ({ attempt, event }) => {
        note(`later ${event.data.how}`, attempt)
        if (attempt > 0) return 'done'
        throw new RetryAfterError('busy', event.data.how === 'date' ? new Date(Number(event.data.until)) : '1s')
      },
    ),
    client.createFunction({ id: 'ends', triggers: [{ event: 'inngest/function.finished' }] }, async ({ event }) => {
      const data = event.data as { function_id: string; _inngest: { status: string } }
      told.push({ name: event.name, status: data._inngest.status, of: data.function_id })
    }),
    client.createFunction({ id: 'cancels', triggers: [{ event: 'inngest/function.cancelled' }] }, async ({ event }) => {
      const data = event.data as { function_id: string; _inngest: { status: string } }
      told.push({ name: event.name, status: data._inngest.status, of: data.function_id })
    }),
    client.createFunction({ id: 'sleepy', triggers: [{ event: 'test/sleepy' }] }, async ({ step }) => {
      await step.sleep('long', '10m')
    }),
  ])
  await app.register()
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const send = async (name: string, data: Record<string, unknown> = {}) => (await app.client.send({ name, data })).ids[0]

test('a step that throws is tried again, and each step counts its attempts from 0', async () => {
  const run = await engine.ended(await send('test/flaky'))
  expect(run).toMatchObject({ status: 'Completed', output: ['first', 'second'] })
  expect(callsOf('flaky first').map(call => call.attempt)).toEqual([0, 1, 2])
  expect(callsOf('flaky second').map(call => call.attempt)).toEqual([0, 1])
})

test('a step whose attempts are used up throws into the function, which can undo and complete', async () => {
  const run = await engine.ended(await send('test/undo'))
  expect(run).toMatchObject({ status: 'Completed', output: { undone: 'given back', because: 'no money' } })
  expect(callsOf('undo charge').map(call => call.attempt)).toEqual([0, 1])
})

test('a function that throws to the end fails, and its onFailure runs with its error', async () => {
  const run = await engine.ended(await send('test/doomed'))
  expect(run).toMatchObject({ status: 'Failed', output: { message: 'handler broke' } })
  expect(callsOf('doomed').map(call => call.attempt)).toEqual([0, 1])
  await vi.waitFor(() => expect(callsOf('alert shop-doomed handler broke')).toHaveLength(1))
})

test('an error that forbids retries is not retried', async () => {
  expect(await engine.ended(await send('test/final'))).toMatchObject({
    status: 'Failed',
    output: { message: 'never again' },
  })
  expect(callsOf('final')).toHaveLength(1)
})

test('Retry-After as a date is honoured to the millisecond, as seconds to the second', async () => {
  const until = Date.now() + 311
  await engine.ended(await send('test/later', { how: 'date', until }))
  const late = (callsOf('later date')[1]?.at ?? 0) - until
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(300)
  await engine.ended(await send('test/later', { how: 'seconds' }))
  const [first, second] = callsOf('later seconds')
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000)
})

test('the end of a run is told once, as inngest/function.finished', async () => {
  await engine.ended(await send('test/undo'))
  await vi.waitFor(() => expect(told.filter(end => end.of === 'shop-undo').length).toBeGreaterThan(0))
  expect(told.filter(end => end.of === 'shop-ends')).toEqual([])
})

test('a cancelled run ends at once, is told as cancelled, and cannot be cancelled after it has ended', async () => {
  const event = await send('test/sleepy')
  const [run] = await vi.waitFor(async () => {
    const runs = await engine.runsOf(event)
    expect(runs).toHaveLength(1)
    return runs
  })
  const cancel = (id: string | undefined) =>
    fetch(`${engine.url}/v1/runs/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${signingKey}` } })
  expect((await cancel(run?.run_id)).status).toBe(200)
  expect(await engine.ended(event)).toMatchObject({ status: 'Cancelled' })
  await vi.waitFor(() =>
    expect(told).toContainEqual({ name: 'inngest/function.cancelled', status: 'Cancelled', of: 'shop-sleepy' }),
  )
  expect(await engine.database.query(`select * from engine.queue where run_id = '${run?.run_id}'`)).toEqual([])
  const done = await engine.ended(await send('test/undo'))
  expect((await cancel(done.run_id)).status).toBe(409)
  expect((await cancel('01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404)
})
