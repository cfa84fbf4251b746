import { NonRetriableError } from 'inngest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let apps: TestApp[]
let send: (name: string, data?: Record<string, unknown>) => Promise<string>
const attempts: number[] = []

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  const other = createClient(engine.url, 'stock')
  send = async (name, data = {}) => (await client.send({ name, data })).ids[0] ?? ''

  const child = other.createFunction({ id: 'child', triggers: [] }, async ({ event, step }) => {
    await step.sleep('a while', '1s')
    return { doubled: Number((event.data as { n: number }).n) * 2, name: event.name }
  })
  const failing = client.createFunction({ id: 'failing', retries: 1, triggers: [] }, async ({ attempt }) => {
    attempts.push(attempt)
    throw new Error('no stock')
  })
  const endless = client.createFunction({ id: 'endless', triggers: [] }, ({ step }) => step.sleep('long', '1h'))
  const gone = client.createFunction({ id: 'gone', triggers: [] }, async () => 'never registered')
  const caught = async (work: Promise<unknown>) => {
    try {
      return await work
    } catch (error) {
      return error instanceof Error ? { name: error.name, message: error.message } : error
    }
  }
  const parents = [
    client.createFunction({ id: 'parent', triggers: [{ event: 'invoke/child' }] }, ({ step, event }) =>
      step.invoke('call', { function: child, data: { n: event.data.n } }),
    ),
    client.createFunction({ id: 'careful', triggers: [{ event: 'invoke/failing' }] }, ({ step }) =>
      caught(step.invoke('call', { function: failing, data: {} })),
    ),
    client.createFunction({ id: 'hasty', triggers: [{ event: 'invoke/endless' }] }, ({ step }) =>
      caught(step.invoke('call', { function: endless, data: {}, timeout: '1s' })),
    ),
    client.createFunction({ id: 'lost', triggers: [{ event: 'invoke/gone' }] }, ({ step }) =>
      caught(step.invoke('call', { function: gone, data: {} })),
    ),
    client.createFunction({ id: 'crowd', triggers: [{ event: 'invoke/crowd' }] }, ({ step }) =>
      Promise.all([1, 2, 3].map(n => step.invoke(`call ${n}`, { function: child, data: { n } }))),
    ),
    client.createFunction({ id: 'careless', triggers: [{ event: 'invoke/careless' }] }, async ({ step }) => {
      await step.invoke('call', { function: failing, data: {} })
      throw new NonRetriableError('not reached')
    }),
  ]
  apps = [await startApp(other, [child]), await startApp(client, [failing, endless, ...parents])]
  for (const app of apps) expect((await app.register()).status).toBe(200)
})

afterAll(async () => {
  for (const app of apps) await app.close()
  await engine.close()
})

test('an invoked function of another app gets the data, and its result is the step’s', async () => {
  const run = await engine.ended(await send('invoke/child', { n: 21 }))
  expect(run.output).toEqual({ doubled: 42, name: 'inngest/function.invoked' })
})

test('a function that fails after its own attempts surfaces as the step’s error', async () => {
  attempts.length = 0
  const run = await engine.ended(await send('invoke/failing'))
  expect(run).toMatchObject({ status: 'Completed', output: { name: 'Error', message: 'no stock' } })
  expect(attempts).toEqual([0, 1])
})

test('an uncaught failure of an invoked function fails the run that invoked it, without running it again', async () => {
  attempts.length = 0
  const run = await engine.ended(await send('invoke/careless'))
  expect(run).toMatchObject({ status: 'Failed', output: { message: 'no stock' } })
  expect(attempts).toEqual([0, 1])
})

test('an invocation that takes longer than its timeout fails, and the invoked run goes on', async () => {
  const run = await engine.ended(await send('invoke/endless'))
  expect(run.output).toMatchObject({ name: 'InngestInvokeTimeoutError' })
  const children = await engine.database.query(`select status from engine.run where parent_run_id = '${run.run_id}'`)
  expect(children).toEqual([{ status: 'Running' }])
})

test('a function that is not registered fails the step at once', async () => {
  const run = await engine.ended(await send('invoke/gone'))
  expect(run.output).toEqual({ name: 'Error', message: 'could not find function with ID: shop-gone' })
})

test('several invocations at once are all waited for, each with its own result', async () => {
  const run = await engine.ended(await send('invoke/crowd'))
  expect(run.output).toMatchObject([{ doubled: 2 }, { doubled: 4 }, { doubled: 6 }])
})
