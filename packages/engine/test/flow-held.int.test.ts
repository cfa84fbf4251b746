import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type FlowEngine, startFlowEngine } from './flow-engine.ts'

let engine: FlowEngine
let runs: { fn: string; events: unknown[] }[] = []

beforeAll(async () => {
  engine = await startFlowEngine(client => {
    const note =
      (fn: string) =>
      async ({ events }: { events: { data: { n?: unknown } }[] }) => {
        runs.push({ fn, events: events.map(event => event.data.n) })
        return events.map(event => event.data.n)
      }
    const invoked = client.createFunction(
      { id: 'invoked', triggers: [{ event: 'test/invoked' }], debounce: { period: '1m' } },
      async ({ event }) => event.data.n,
    )
    return [
      client.createFunction(
        { id: 'debounced', triggers: [{ event: 'test/debounced' }], debounce: { period: '1m', key: 'event.data.key' } },
        note('debounced'),
      ),
      client.createFunction(
        {
          id: 'capped',
          triggers: [{ event: 'test/capped' }],
          debounce: { period: '1m', timeout: '150s', key: 'event.data.key' },
        },
        note('capped'),
      ),
      client.createFunction(
        {
          id: 'batched',
          triggers: [{ event: 'test/batched' }],
          batchEvents: { maxSize: 3, timeout: '60s', key: 'event.data.key', if: 'event.data.urgent != true' },
        },
        note('batched'),
      ),
      client.createFunction(
        {
          id: 'both',
          triggers: [{ event: 'test/both' }],
          debounce: { period: '1m', key: 'event.data.key' },
          throttle: { limit: 1, period: '1m' },
        },
        note('both'),
      ),
      client.createFunction(
        {
          id: 'ends',
          triggers: [
            { event: 'inngest/function.finished', if: 'event.data.function_id == "shop-plain"' },
            { event: 'test/ends' },
          ],
          batchEvents: { maxSize: 100, timeout: '60s' },
        },
        async ({ events }) => {
          runs.push({ fn: 'ends', events: events.map((event: { id?: string }) => event.id) })
        },
      ),
      client.createFunction({ id: 'plain', triggers: [{ event: 'test/plain' }] }, async () => 'plain'),
      invoked,
      client.createFunction({ id: 'invoker', triggers: [{ event: 'test/invoker' }] }, async ({ step }) =>
        step.invoke('call', { function: invoked, data: { n: 'answer' }, timeout: '1h' }),
      ),
      client.createFunction({ id: 'mark', triggers: [{ event: 'test/mark' }] }, async () => 'mark'),
    ]
  })
})

afterAll(() => engine.close())

beforeEach(() => {
  runs = []
})

const event = (name: string, key: string, n: number, more: Record<string, unknown> = {}) => ({
  name: `test/${name}`,
  data: { key, n },
  ...more,
})

/** Whatever was due by now has begun once a run that came after it has ended. */
const settle = async () => {
  const [id] = await engine.send({ name: 'test/mark', data: {} })
  await engine.ended(id)
}

const untilRuns = (expected: unknown[][]) =>
  vi.waitFor(() => expect(runs.map(run => run.events)).toEqual(expected), { timeout: 5_000 })

const heldRows = () => engine.database.query('select * from engine.held')

test('a debounced function runs once, with the last event, when no more have come for the period', async () => {
  await engine.send(event('debounced', 'a', 1), event('debounced', 'a', 2), event('debounced', 'b', 9))
  engine.clock.moveBy(40_000)
  await engine.send(event('debounced', 'a', 3))
  engine.clock.moveBy(20_000)
  await untilRuns([[9]])
  engine.clock.moveBy(39_999)
  await settle()
  expect(runs).toHaveLength(1)
  engine.clock.moveBy(1)
  await untilRuns([[9], [3]])
  expect(await heldRows()).toEqual([])
})

test('a run of a debounce is the run of its last event, and of no other', async () => {
  const [first, last] = await engine.send(event('debounced', 'view', 1), event('debounced', 'view', 2))
  engine.clock.moveBy(60_000)
  expect(await engine.ended(last)).toMatchObject({ status: 'Completed', output: [2] })
  expect(await engine.runsOf(first)).toEqual([])
})

test('an event that is older than the last one by its own time changes nothing', async () => {
  const now = engine.clock.now()
  await engine.send(event('debounced', 'order', 2, { ts: now }))
  engine.clock.moveBy(30_000)
  await engine.send(event('debounced', 'order', 1, { ts: now - 5_000 }))
  engine.clock.moveBy(30_000)
  await untilRuns([[2]])
})

test('a debounce is put off no longer than its timeout', async () => {
  for (const n of [1, 2, 3]) {
    await engine.send(event('capped', 'c', n))
    engine.clock.moveBy(50_000)
  }
  await untilRuns([[3]])
  await engine.send(event('capped', 'c', 4))
  engine.clock.moveBy(60_000)
  await untilRuns([[3], [4]])
})

test('a repeated event does not join, and does not put a debounce off', async () => {
  await engine.send(event('debounced', 'twice', 1, { id: 'twice' }))
  engine.clock.moveBy(30_000)
  await engine.send(event('debounced', 'twice', 2, { id: 'twice' }))
  engine.clock.moveBy(30_000)
  await untilRuns([[1]])
  await engine.send(event('debounced', 'twice', 3, { id: 'twice' }))
  expect(await heldRows()).toEqual([])
})

test('a debounce survives a crash, and takes further events after it', async () => {
  await engine.send(event('debounced', 'crash', 1))
  await engine.restart()
  engine.clock.moveBy(30_000)
  await engine.send(event('debounced', 'crash', 2))
  await engine.restart()
  engine.clock.moveBy(59_999)
  await settle()
  expect(runs).toEqual([])
  engine.clock.moveBy(1)
  await untilRuns([[2]])
})

test('a batch that is full runs at once, in order, and the rest at its timeout', async () => {
  await engine.send(...[1, 2, 3, 4, 5].map(n => event('batched', 'a', n)), event('batched', 'b', 6))
  await untilRuns([[1, 2, 3]])
  engine.clock.moveBy(59_999)
  await settle()
  expect(runs).toHaveLength(1)
  engine.clock.moveBy(1)
  await vi.waitFor(() => expect(runs).toHaveLength(3))
  expect(runs.slice(1).map(run => run.events)).toEqual(expect.arrayContaining([[4, 5], [6]]))
})

test('one request fills many batches, and loses and repeats nothing', async () => {
  const numbers = Array.from({ length: 1_000 }, (_, n) => n)
  await engine.send(...numbers.map(n => event('batched', 'many', n)))
  engine.clock.moveBy(60_000)
  await vi.waitFor(() => expect(runs.flatMap(run => run.events)).toHaveLength(1_000), { timeout: 60_000 })
  expect(runs).toHaveLength(334)
  for (const { events } of runs) expect(events).toEqual([...events].sort((a, b) => Number(a) - Number(b)))
  expect(new Set(runs.flatMap(run => run.events)).size).toBe(1_000)
}, 90_000)

test('many requests at the same time fill batches without losing or repeating an event', async () => {
  await Promise.all(Array.from({ length: 100 }, (_, n) => engine.send(event('batched', 'race', n))))
  engine.clock.moveBy(60_000)
  await vi.waitFor(() => expect(runs.flatMap(run => run.events)).toHaveLength(100), { timeout: 30_000 })
  expect(new Set(runs.flatMap(run => run.events)).size).toBe(100)
  expect(runs.filter(run => run.events.length === 3)).toHaveLength(33)
})

test('events of senders and the engine’s own events about runs come together in one batch, and none is lost', async () => {
  const senders = Array.from({ length: 8 }, async () => {
    for (let n = 0; n < 20; n += 1) {
      await engine.send({ name: 'test/plain', data: {} })
      await engine.send({ name: 'test/ends', data: {} })
    }
  })
  await Promise.all(senders)
  await vi.waitFor(async () => {
    const [open] = await engine.database.query(`select count(*)::int as count from engine.run where status = 'Running'`)
    expect(open?.count).toBe(0)
  })
  engine.clock.moveBy(60_000)
  await vi.waitFor(() => expect(runs.flatMap(run => run.events)).toHaveLength(320))
  expect(new Set(runs.flatMap(run => run.events)).size).toBe(320)
  expect(runs.map(run => run.events.length).sort()).toEqual([100, 100, 100, 20])
})

test('a batch’s run is listed for its first event, with all of them as its events', async () => {
  const [first, second] = await engine.send(...[1, 2, 3].map(n => event('batched', 'view', n)))
  expect(await engine.ended(first)).toMatchObject({ output: [1, 2, 3] })
  expect(await engine.runsOf(second)).toEqual([])
})

test('an event for which the batch’s if does not hold runs alone at once', async () => {
  const urgent = { name: 'test/batched', data: { key: 'a', n: 7, urgent: true } }
  const [id] = await engine.send(urgent)
  expect(await engine.ended(id)).toMatchObject({ output: [7] })
})

test('a repeated event is in one batch once', async () => {
  const once = event('batched', 'once', 1, { id: 'batch-once' })
  await engine.send(once, once, event('batched', 'once', 2))
  await engine.send(once)
  engine.clock.moveBy(60_000)
  await untilRuns([[1, 2]])
})

test('a batch survives a crash: it is filled up after it, and one that fell due meanwhile starts at once', async () => {
  await engine.send(event('batched', 'fill', 1), event('batched', 'due', 5))
  await engine.restart()
  await engine.send(event('batched', 'fill', 2), event('batched', 'fill', 3))
  await untilRuns([[1, 2, 3]])
  await engine.quiet()
  await engine.restart(() => engine.clock.moveBy(60_000))
  await untilRuns([[1, 2, 3], [5]])
  expect(await heldRows()).toEqual([])
})

test('a batch whose events are too much for one call starts early', async () => {
  const big = 'x'.repeat(480_000)
  const heavy = (n: number) => ({ name: 'test/batched', data: { key: 'heavy', n, big } })
  await engine.send(heavy(1))
  await engine.database.query(`update engine.held set bytes = ${10 * 1_024 * 1_024}`)
  await engine.send(heavy(2))
  await untilRuns([[1]])
  engine.clock.moveBy(60_000)
  await untilRuns([[1], [2]])
})

test('the run of a debounce keeps to the throttle when it starts', async () => {
  await engine.send(event('both', 'x', 1), event('both', 'y', 2))
  engine.clock.moveBy(60_000)
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  engine.clock.moveBy(60_000)
  await vi.waitFor(() => expect(runs).toHaveLength(2))
})

test('an invocation is not held: its run starts at once', async () => {
  const [id] = await engine.send({ name: 'test/invoker', data: {} })
  expect(await engine.ended(id)).toMatchObject({ status: 'Completed', output: 'answer' })
})
