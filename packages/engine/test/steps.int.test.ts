import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient, startApp, type TestApp } from './test-app.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
const executed: string[] = []
const started: { id: string; at: number }[] = []

beforeAll(async () => {
  engine = await startTestEngine()
  const client = createClient(engine.url)
  const note = (what: string) => {
    executed.push(what)
    return what
  }
  app = await startApp(client, [
    client.createFunction({ id: 'sequence', triggers: [{ event: 'test/sequence' }] }, async ({ step, event }) => {
      const one = await step.run('one', () => note(`one ${event.data.n}`))
      const two = await step.run('two', () => note(`two ${event.data.n}`))
      return { one, two }
    }),
    client.createFunction(
      { id: 'unbuffered', triggers: [{ event: 'test/no-checkpoints' }], checkpointing: false },
      async ({ step }) => [await step.run('a', () => note('a')), await step.run('b', () => note('b'))],
    ),
    client.createFunction(
      { id: 'buffered', triggers: [{ event: 'test/buffered' }], checkpointing: { bufferedSteps: 10 } },
      async ({ step }) => {
        const results: string[] = []
        for (const name of ['x', 'y', 'z']) results.push(await step.run(name, () => note(`buffered ${name}`)))
        return results
      },
    ),
    client.createFunction({ id: 'parallel', triggers: [{ event: 'test/parallel' }] }, async ({ step }) => {
      const before = await step.run('before', () => 'before')
      const both = await Promise.all([
        step.run('left', () => note('left')),
        step.run('right', () => note('right')),
        step.sleep('nap', '1s'),
      ])
      return { before, both, after: await step.run('after', () => note('after')) }
    }),
    client.createFunction({ id: 'sleeper', triggers: [{ event: 'test/sleep' }] }, async ({ step, event }) => {
      const from = await step.run('from', () => Date.now())
      await step.sleepUntil('until', new Date(Number(event.data.until)))
      return { slept: await step.run('to', () => Date.now() - from), until: Date.now() }
    }),
    client.createFunction({ id: 'parent', triggers: [{ event: 'test/parent' }] }, async ({ step }) =>
      step.sendEvent('tell', { name: 'test/told', data: { by: 'parent' } }),
    ),
    client.createFunction({ id: 'told', triggers: [{ event: 'test/told' }] }, async ({ event }) => event.data),
    client.createFunction({ id: 'any', triggers: [{ event: 'wild/*' }] }, async ({ event }) => event.name),
    client.createFunction(
      { id: 'picky', triggers: [{ event: 'test/picky', if: 'event.data.amount > 100' }] },
      async () => 'large',
    ),
    client.createFunction({ id: 'held', triggers: [{ event: 'test/held' }] }, async ({ event }) => {
      started.push({ id: String(event.data.id), at: Date.now() })
    }),
    client.createFunction({ id: 'fetches', triggers: [{ event: 'test/fetches' }] }, async ({ step }) =>
      step.fetch('http://127.0.0.1:9/never'),
    ),
  ])
  expect((await app.register()).status).toBe(200)
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

const send = async (name: string, data: Record<string, unknown> = {}, more: object = {}) =>
  (await app.client.send({ name, data, ...more })).ids[0]

test('steps run once each, in order, and their results become the run’s output', async () => {
  const run = await engine.ended(await send('test/sequence', { n: 1 }))
  expect(run).toMatchObject({ status: 'Completed', output: { one: 'one 1', two: 'two 1' } })
  expect(executed.filter(what => what.endsWith(' 1'))).toEqual(['one 1', 'two 1'])
})

test('a function without checkpoints is called step by step', async () => {
  expect(await engine.ended(await send('test/no-checkpoints'))).toMatchObject({ output: ['a', 'b'] })
  expect(executed.filter(what => what === 'a' || what === 'b')).toEqual(['a', 'b'])
})

test('buffered steps are all recorded when the run completes', async () => {
  const run = await engine.ended(await send('test/buffered'))
  expect(run.output).toEqual(['buffered x', 'buffered y', 'buffered z'])
  const steps = await engine.database.query(
    `select name from engine.step where run_id = '${run.run_id}' order by position`,
  )
  expect(steps.map(step => step.name)).toEqual(['x', 'y', 'z'])
})

test('parallel steps run once each and the function goes on when all of them, sleeps included, are over', async () => {
  const run = await engine.ended(await send('test/parallel'))
  expect(run.output).toEqual({ before: 'before', both: ['left', 'right', null], after: 'after' })
  expect(executed.filter(what => ['left', 'right', 'after'].includes(what)).sort()).toEqual(['after', 'left', 'right'])
})

test('a sleep ends at its time to the millisecond, never before it', async () => {
  const until = Date.now() + 437
  const run = await engine.ended(await send('test/sleep', { until }))
  const { until: woke } = run.output as { until: number }
  expect(woke).toBeGreaterThanOrEqual(until)
  expect(woke - until).toBeLessThan(300)
})

test('an event sent by a step starts the function that listens for it', async () => {
  const parent = await engine.ended(await send('test/parent'))
  const { ids } = parent.output as { ids: string[] }
  expect(await engine.ended(ids[0])).toMatchObject({ status: 'Completed', output: { by: 'parent' } })
})

test('a wildcard trigger takes every name under its prefix', async () => {
  expect(await engine.ended(await send('wild/some.thing'))).toMatchObject({ output: 'wild/some.thing' })
})

test('an if starts the function only for events for which it holds', async () => {
  const small = await send('test/picky', { amount: 5 })
  const absent = await send('test/picky')
  expect(await engine.ended(await send('test/picky', { amount: 500 }))).toMatchObject({ output: 'large' })
  expect(await engine.runsOf(small)).toEqual([])
  expect(await engine.runsOf(absent)).toEqual([])
})

test('an event of a later time is held until then', async () => {
  const ts = Date.now() + 300
  await engine.ended(await send('test/held', { id: 'later' }, { ts }))
  expect(started[0]?.at).toBeGreaterThanOrEqual(ts)
})

test('a step that the engine cannot do fails the run with a reason', async () => {
  const run = await engine.ended(await send('test/fetches'))
  expect(run.status).toBe('Failed')
  expect(JSON.stringify(run.output)).toContain('step.fetch, which this engine does not support')
})
