import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FlowEngine, startFlowEngine } from './flow-engine.ts'

let engine: FlowEngine
const started: string[] = []

beforeAll(async () => {
  engine = await startFlowEngine(client => {
    const limited = client.createFunction(
      {
        id: 'limited',
        triggers: [{ event: 'test/limited' }],
        rateLimit: { limit: 1, period: '1m', key: 'event.data.key' },
      },
      async ({ event }) => event.data.n,
    )
    return [
      limited,
      client.createFunction(
        { id: 'often', triggers: [{ event: 'test/often' }], rateLimit: { limit: 20, period: '1m' } },
        async () => 'ran',
      ),
      client.createFunction(
        {
          id: 'unlimited',
          triggers: [{ event: 'test/unlimited' }],
          rateLimit: { limit: 1, period: '1m', key: 'event.data.limited' },
        },
        async () => 'ran',
      ),
      client.createFunction({ id: 'invoker', triggers: [{ event: 'test/invoker' }] }, async ({ step }) => {
        try {
          return await step.invoke('call', { function: limited, data: { key: 'invoked', n: 1 }, timeout: '1h' })
        } catch (error) {
          return `refused: ${(error as Error).message}`
        }
      }),
      client.createFunction(
        {
          id: 'throttled',
          triggers: [{ event: 'test/throttled' }],
          throttle: { limit: 1, period: '1m', key: 'event.data.key' },
        },
        async ({ event }) => {
          started.push(`${event.data.key} ${event.data.n}`)
        },
      ),
      client.createFunction(
        {
          id: 'bursting',
          triggers: [{ event: 'test/bursting' }],
          throttle: { limit: 2, period: '2m', burst: 1, key: 'event.data.key' },
        },
        async ({ event }) => {
          started.push(`${event.data.key} ${event.data.n}`)
        },
      ),
      client.createFunction(
        {
          id: 'ticking',
          triggers: [{ cron: '*/10 * * * *' }],
          rateLimit: { limit: 1, period: '24h' },
        },
        async () => 'tick',
      ),
      client.createFunction({ id: 'mark', triggers: [{ event: 'test/mark' }] }, async () => 'mark'),
    ]
  })
})

afterAll(() => engine.close())

const events = (name: string, key: string, ...numbers: number[]) => numbers.map(n => ({ name, data: { key, n } }))

const outputsOf = async (ids: string[]) => {
  const runs = (await Promise.all(ids.map(id => engine.runsOf(id)))).flat()
  return Promise.all(runs.map(async run => (await engine.ended(run.event_id)).output))
}

/** Whatever was due by now has begun once a run that came after it has ended. */
const settle = async () => {
  const [id] = await engine.send({ name: 'test/mark', data: {} })
  await engine.ended(id)
}

const startedOf = (key: string) => started.filter(what => what.startsWith(`${key} `))
const untilStarted = (key: string, count: number) => vi.waitFor(() => expect(startedOf(key)).toHaveLength(count))

test('a rate limit drops what is over it, by key, in one request or in several', async () => {
  const ids = await engine.send(
    ...events('test/limited', 'a', 1, 2),
    ...events('test/limited', 'b', 3),
    ...events('test/limited', 'a', 4),
  )
  ids.push(...(await engine.send(...events('test/limited', 'b', 5))))
  expect(await outputsOf(ids)).toEqual([1, 3])
  engine.clock.moveBy(59_000)
  expect(await outputsOf(await engine.send(...events('test/limited', 'a', 6)))).toEqual([])
  engine.clock.moveBy(1_000)
  expect(await outputsOf(await engine.send(...events('test/limited', 'a', 7)))).toEqual([7])
})

test('a rate limit lets a tenth of it more through at once, as the real server does', async () => {
  const ids = await engine.send(...events('test/often', '', 1, 2, 3, 4, 5))
  expect(await outputsOf(ids)).toHaveLength(3)
})

test('an event that is a repetition does not use the limit up', async () => {
  const once = { name: 'test/limited', id: 'once', data: { key: 'repeated', n: 1 } }
  await outputsOf(await engine.send(once))
  engine.clock.moveBy(60_000)
  expect(await outputsOf(await engine.send(once, once))).toEqual([])
  expect(await outputsOf(await engine.send(...events('test/limited', 'repeated', 2)))).toEqual([2])
})

test('a dropped event starts its run when it is sent again with its id after the period', async () => {
  await engine.send(...events('test/limited', 'dropped', 1))
  const dropped = { name: 'test/limited', id: 'dropped', data: { key: 'dropped', n: 2 } }
  expect(await outputsOf(await engine.send(dropped))).toEqual([])
  engine.clock.moveBy(60_000)
  expect(await outputsOf(await engine.send(dropped))).toEqual([2])
})

test('an event for which the key is false is not limited', async () => {
  const data = { limited: false }
  const ids = await engine.send({ name: 'test/unlimited', data }, { name: 'test/unlimited', data })
  expect(await outputsOf(ids)).toEqual(['ran', 'ran'])
})

test('the limit is kept across a crash', async () => {
  expect(await outputsOf(await engine.send(...events('test/limited', 'kept', 1)))).toEqual([1])
  await engine.restart()
  expect(await outputsOf(await engine.send(...events('test/limited', 'kept', 2)))).toEqual([])
})

test('a step that invokes a function over its limit fails and says so', async () => {
  const [first] = await engine.send({ name: 'test/invoker', data: {} })
  expect((await engine.ended(first)).output).toBe(1)
  const [second] = await engine.send({ name: 'test/invoker', data: {} })
  expect((await engine.ended(second)).output).toBe('refused: invoked function is rate limited')
})

test('throttled runs start one after the other at their times, in order, each key by itself', async () => {
  await engine.send(...events('test/throttled', 'slow', 1, 2, 3), ...events('test/throttled', 'other', 1))
  await untilStarted('slow', 1)
  await untilStarted('other', 1)
  engine.clock.moveBy(59_999)
  await settle()
  expect(startedOf('slow')).toEqual(['slow 1'])
  engine.clock.moveBy(1)
  await untilStarted('slow', 2)
  engine.clock.moveBy(60_000)
  await untilStarted('slow', 3)
  expect(startedOf('slow')).toEqual(['slow 1', 'slow 2', 'slow 3'])
})

test('throttled runs keep their times across a crash, and the next takes the time after them', async () => {
  await engine.send(...events('test/throttled', 'crash', 1, 2))
  await untilStarted('crash', 1)
  await engine.quiet()
  await engine.restart()
  await engine.send(...events('test/throttled', 'crash', 3))
  await settle()
  expect(startedOf('crash')).toHaveLength(1)
  engine.clock.moveBy(60_000)
  await untilStarted('crash', 2)
  engine.clock.moveBy(59_999)
  await settle()
  expect(startedOf('crash')).toEqual(['crash 1', 'crash 2'])
  engine.clock.moveBy(1)
  await untilStarted('crash', 3)
})

test('the whole limit starts at once and the burst besides, the others evenly over the period', async () => {
  await engine.send(...events('test/bursting', 'burst', 1, 2, 3, 4))
  await untilStarted('burst', 3)
  await settle()
  expect(startedOf('burst')).toHaveLength(3)
  engine.clock.moveBy(60_000)
  await untilStarted('burst', 4)
})

test('an event of a later time does not keep those before it waiting', async () => {
  const ts = engine.clock.now() + 90_000
  await engine.send(
    { name: 'test/throttled', data: { key: 'later', n: 2 }, ts },
    ...events('test/throttled', 'later', 1),
  )
  await untilStarted('later', 1)
  await engine.quiet()
  await engine.restart()
  engine.clock.moveBy(89_999)
  await settle()
  expect(startedOf('later')).toEqual(['later 1'])
  engine.clock.moveBy(1)
  await untilStarted('later', 2)
})

test('a schedule keeps to the limit, too', async () => {
  const fires = () => engine.database.query(`select id from engine.event where name = 'inngest/scheduled.timer'`)
  for (let count = 0; count < 3; count += 1) {
    const before = (await fires()).length
    engine.clock.moveBy(600_000)
    await vi.waitFor(async () => expect((await fires()).length).toBeGreaterThan(before))
  }
  const runs = await engine.database.query(
    `select r.id from engine.run r join engine.function f on f.id = r.function_id where f.slug = 'shop-ticking'`,
  )
  expect(runs).toHaveLength(1)
})

test('allowances whose time has passed are removed', async () => {
  engine.clock.moveBy(24 * 3_600_000)
  await vi.waitFor(async () => {
    expect(await engine.database.query(`select * from engine.rate where kind = 'throttle'`)).toEqual([])
  })
})
