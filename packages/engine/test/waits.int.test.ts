import type { Inngest } from 'inngest'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Engine, startEngine } from '../src/start-engine.ts'
import { createClient, eventKey, signingKey, startApp, type TestApp } from './test-app.ts'
import { createView, startTestEngine, type TestEngine } from './test-engine.ts'

let engine: TestEngine
let app: TestApp
let client: Inngest

beforeAll(async () => {
  engine = await startTestEngine()
  client = createClient(engine.url)
  app = await startApp(client, waiters(client))
  expect((await app.register()).status).toBe(200)
})

afterAll(async () => {
  await app.close()
  await engine.close()
})

function waiters(to: Inngest) {
  const timeout = '1h'
  return [
    to.createFunction({ id: 'paid', triggers: [{ event: 'wait/paid' }] }, ({ step }) =>
      step.waitForEvent('paid', { event: 'paid', timeout, if: 'async.data.order == event.data.order' }),
    ),
    to.createFunction({ id: 'large', triggers: [{ event: 'wait/large' }] }, ({ step, event }) =>
      step.waitForEvent('large', {
        event: 'paid',
        timeout,
        if: `async.data.order == "${event.data.order}" && async.data.amount > event.data.least`,
      }),
    ),
    to.createFunction({ id: 'short', triggers: [{ event: 'wait/short' }] }, async ({ step }) => ({
      answer: await step.waitForEvent('short', { event: 'never', timeout: '1s' }),
    })),
    to.createFunction({ id: 'two', triggers: [{ event: 'wait/two' }] }, ({ step }) =>
      Promise.all([
        step.waitForEvent('first', { event: 'first', timeout }),
        step.waitForEvent('second', { event: 'second', timeout }),
        step.run('between', () => 'ran'),
      ]),
    ),
    to.createFunction({ id: 'broken', retries: 0, triggers: [{ event: 'wait/broken' }] }, ({ step }) =>
      step.waitForEvent('broken', { event: 'paid', timeout, if: 'async.data.' }),
    ),
  ]
}

async function send(name: string, data: Record<string, unknown> = {}, to = client): Promise<string> {
  const { ids } = await to.send({ name, data })
  return ids[0] ?? ''
}

/** Sends an event whose run then waits for another. */
async function sendAndWait(name: string, data: Record<string, unknown> = {}): Promise<string> {
  const id = await send(name, data)
  await vi.waitFor(async () => {
    const rows = await engine.database.query(
      `select from engine.queue q join engine.run r on r.id = q.run_id where r.event_id = '${id}' and q.kind = 'wait'`,
    )
    if (rows.length === 0) throw new Error(`The run of ${id} does not wait yet`)
  })
  return id
}

test('a wait gets the first event that meets its condition, whole, and no later one', async () => {
  await send('paid', { order: 'A', by: 'nobody yet' })
  const waiting = await sendAndWait('wait/paid', { order: 'A' })
  await send('paid', { order: 'B' })
  const answer = await send('paid', { order: 'A', by: 'card' })
  await send('paid', { order: 'A', by: 'too late' })
  const run = await engine.ended(waiting)
  expect(run.output).toMatchObject({ id: answer, name: 'paid', data: { order: 'A', by: 'card' } })
})

test('a condition of several comparisons holds only where all of them do, and not over absent fields', async () => {
  const waiting = await sendAndWait('wait/large', { order: 'C', least: 100 })
  await send('paid', { order: 'C' })
  await send('paid', { order: 'C', amount: 99 })
  await send('paid', { order: 'D', amount: 500 })
  await send('paid', { order: 'C', amount: 101 })
  expect((await engine.ended(waiting)).output).toMatchObject({ data: { amount: 101 } })
})

test('a wait for which no event comes in its time gives null', async () => {
  expect((await engine.ended(await send('wait/short'))).output).toEqual({ answer: null })
})

test('parallel waits and steps are all waited for, in whichever order they come', async () => {
  const waiting = await sendAndWait('wait/two')
  await send('second', { n: 2 })
  await send('first', { n: 1 })
  const { output } = await engine.ended(waiting)
  expect(output).toMatchObject([{ data: { n: 1 } }, { data: { n: 2 } }, 'ran'])
})

test('one event wakes every run that waits for it', async () => {
  const waiting = await Promise.all(Array.from({ length: 20 }, () => sendAndWait('wait/paid', { order: 'all' })))
  await send('paid', { order: 'all' })
  for (const id of waiting) expect((await engine.ended(id)).output).toMatchObject({ data: { order: 'all' } })
})

test('a condition that is no expression fails the run with the reason', async () => {
  const run = await engine.ended(await send('wait/broken'))
  expect(run).toMatchObject({ status: 'Failed', output: { name: 'InvalidExpression' } })
})

test('an engine that was killed after it had acknowledged an event goes on from it, and knows the waits that are open', async () => {
  const open = await sendAndWait('wait/paid', { order: 'open' })
  const resolved = await sendAndWait('wait/paid', { order: 'resolved' })
  // The state that a kill leaves between the event's commit and the run's next call: the outcome is there and leased.
  await engine.engine.close()
  await engine.database.query(
    `update engine.queue set memo = '{"data":{"order":"resolved"},"id":"x","name":"paid","ts":0,"user":{}}', due_ms = 0, owner = 0
     where run_id = (select id from engine.run where event_id = '${resolved}')`,
  )
  const next: Engine = await startEngine({
    databaseUrl: engine.database.url,
    port: 0,
    eventKeys: [eventKey],
    signingKey,
  })
  try {
    const view = createView(next.url)
    expect((await view.ended(resolved)).output).toMatchObject({ data: { order: 'resolved' } })
    await send('paid', { order: 'open', by: 'the next engine' }, createClient(next.url))
    expect((await view.ended(open)).output).toMatchObject({ data: { by: 'the next engine' } })
  } finally {
    await next.close()
  }
})
