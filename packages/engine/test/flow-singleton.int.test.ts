import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type FlowEngine, startFlowEngine } from './flow-engine.ts'

let engine: FlowEngine
const gone: unknown[] = []
const order: number[] = []
const waiting = new Map<string, (() => void)[]>()
const free = new Set<string>()

/** Steps of this name wait here until they are let go; those that come later are not stopped any more. */
const untilLetGo = async (name: string) => {
  if (free.has(name)) return
  await new Promise<void>(resolve => {
    waiting.set(name, [...(waiting.get(name) ?? []), resolve])
  })
}

const letGo = (name: string) => {
  free.add(name)
  for (const resolve of waiting.get(name) ?? []) resolve()
}

beforeAll(async () => {
  engine = await startFlowEngine(client => {
    const alone = client.createFunction(
      {
        id: 'alone',
        retries: 0,
        triggers: [{ event: 'test/alone' }],
        singleton: { mode: 'skip', key: 'event.data.key' },
      },
      async ({ event, step }) => {
        const name = String(event.data.name)
        await step.run('work', () => untilLetGo(name))
        if (event.data.fails) throw new Error('no')
        return name
      },
    )
    return [
      alone,
      client.createFunction(
        {
          id: 'latest',
          retries: 0,
          triggers: [{ event: 'test/latest' }],
          singleton: { mode: 'cancel', key: 'event.data.key' },
        },
        async ({ event, step }) => {
          await step.sleep('nap', '1m')
          return event.data.name
        },
      ),
      client.createFunction({ id: 'gone', triggers: [{ event: 'inngest/function.cancelled' }] }, async ({ event }) => {
        gone.push((event.data.event as { data: { name: unknown } }).data.name)
      }),
      client.createFunction({ id: 'invoker', triggers: [{ event: 'test/invoker' }] }, async ({ step }) => {
        try {
          return await step.invoke('call', { function: alone, data: { key: 'invoked', name: 'second' }, timeout: '1h' })
        } catch (error) {
          return `refused: ${(error as Error).message}`
        }
      }),
      client.createFunction(
        {
          id: 'ordered',
          triggers: [{ event: 'test/ordered' }],
          concurrency: 1,
          priority: { run: 'event.data.urgent ? 120 : event.data.seconds' },
        },
        async ({ event, step }) => {
          await step.run('work', async () => {
            order.push(event.data.n)
            if (event.data.n === 0) await untilLetGo('ordered')
          })
        },
      ),
    ]
  })
})

afterAll(() => engine.close())

beforeEach(() => {
  gone.length = 0
})

const alone = (key: string, name: string, more: object = {}) => ({ name: 'test/alone', data: { key, name, ...more } })
const latest = (key: string, name: string) => ({ name: 'test/latest', data: { key, name } })
const begun = (name: string) => vi.waitFor(() => expect(waiting.has(name)).toBe(true))

test('in mode skip an event starts nothing while a run of its key goes on, and does afterwards', async () => {
  const [first, twin, other] = await engine.send(alone('a', 'one'), alone('a', 'twin'), alone('b', 'two'))
  await begun('one')
  const [second] = await engine.send(alone('a', 'three'))
  letGo('one')
  letGo('two')
  expect([(await engine.ended(first)).output, (await engine.ended(other)).output]).toEqual(['one', 'two'])
  expect(await engine.runsOf(second)).toEqual([])
  expect(await engine.runsOf(twin)).toEqual([])
  const [third] = await engine.send(alone('a', 'four'))
  letGo('four')
  expect((await engine.ended(third)).output).toBe('four')
})

test('twenty requests at the same time start one run', async () => {
  const ids = (await Promise.all(Array.from({ length: 20 }, () => engine.send(alone('race', 'race'))))).flat()
  const runs = (await Promise.all(ids.map(id => engine.runsOf(id)))).flat()
  expect(runs).toHaveLength(1)
  letGo('race')
  await engine.ended(runs[0]?.event_id)
})

test('a run that has failed, and one that was cancelled, give the key back', async () => {
  const [failing] = await engine.send(alone('back', 'failing', { fails: true }))
  letGo('failing')
  expect((await engine.ended(failing)).status).toBe('Failed')
  const [next] = await engine.send(alone('back', 'cancelled'))
  await begun('cancelled')
  const [run] = await engine.runsOf(next)
  await engine.delete(`/v1/runs/${run?.run_id}`)
  expect((await engine.ended(next)).status).toBe('Cancelled')
  const [last] = await engine.send(alone('back', 'last'))
  letGo('cancelled')
  letGo('last')
  expect((await engine.ended(last)).output).toBe('last')
})

test('the key is held across a crash', async () => {
  const [first] = await engine.send(alone('crash', 'crash'))
  await begun('crash')
  await engine.restart()
  const [second] = await engine.send(alone('crash', 'not'))
  expect(await engine.runsOf(second)).toEqual([])
  letGo('crash')
  expect((await engine.ended(first)).status).toBe('Completed')
})

test('a step that invokes a singleton which is running fails and says so', async () => {
  await engine.send(alone('invoked', 'first'))
  await begun('first')
  const [id] = await engine.send({ name: 'test/invoker', data: {} })
  expect((await engine.ended(id)).output).toBe(
    'refused: invoked function is skipped: it is a singleton and runs already',
  )
  letGo('first')
})

test('in mode cancel the run that goes on is cancelled and the new one runs', async () => {
  const [first] = await engine.send(latest('a', 'one'))
  await vi.waitFor(async () => expect(await engine.database.query(sleeping('one'))).toHaveLength(1))
  const [second, other] = await engine.send(latest('a', 'two'), latest('b', 'three'))
  expect((await engine.ended(first)).status).toBe('Cancelled')
  await vi.waitFor(() => expect(gone).toEqual(['one']))
  await vi.waitFor(async () => expect(await engine.database.query(sleeping('two'))).toHaveLength(1))
  await vi.waitFor(async () => expect(await engine.database.query(sleeping('three'))).toHaveLength(1))
  engine.clock.moveBy(60_000)
  expect([(await engine.ended(second)).output, (await engine.ended(other)).output]).toEqual(['two', 'three'])
})

const sleeping = (name: string) =>
  `select q.run_id from engine.queue q join engine.run r on r.id = q.run_id join engine.event e on e.id = r.event_id
   where q.kind = 'sleep' and e.payload like '%"name":"${name}"%'`

test('of many events at the same time in mode cancel only the last run goes on, and the others are cancelled', async () => {
  const ids = await engine.send(...Array.from({ length: 5 }, (_, n) => latest('many', `many ${n}`)))
  await vi.waitFor(async () => expect(await engine.database.query(sleeping('many 4'))).toHaveLength(1))
  engine.clock.moveBy(60_000)
  const runs = await Promise.all(ids.map(id => engine.ended(id)))
  expect(runs.map(run => run.status)).toEqual(['Cancelled', 'Cancelled', 'Cancelled', 'Cancelled', 'Completed'])
  await vi.waitFor(() => expect(gone).toHaveLength(4))
})

test('many requests at the same time in mode cancel leave one run, and the engine none that hangs', async () => {
  const ids = (await Promise.all(Array.from({ length: 20 }, (_, n) => engine.send(latest('storm', `s ${n}`))))).flat()
  const open = `select r.id from engine.run r join engine.event e on e.id = r.event_id
    where r.status = 'Running' and e.payload like '%"key":"storm"%'`
  await vi.waitFor(async () => expect(await engine.database.query(open)).toHaveLength(1))
  await vi.waitFor(async () =>
    expect(
      await engine.database.query(`${open} and exists (select from engine.queue q
    where q.run_id = r.id and q.kind = 'sleep')`),
    ).toHaveLength(1),
  )
  engine.clock.moveBy(60_000)
  const runs = await Promise.all(ids.map(id => engine.ended(id)))
  expect(runs.map(run => run.status).sort()).toEqual([...Array(19).fill('Cancelled'), 'Completed'])
})

test('keys of runs that have ended are removed, and those of running ones stay', async () => {
  await engine.send(latest('stays', 'stays'))
  await vi.waitFor(async () => expect(await engine.database.query(sleeping('stays'))).toHaveLength(1))
  await engine.database.query(`update engine.queue set due_ms = due_ms + 3600000 where kind = 'sleep'`)
  // The sweep goes through the table in rounds, one slice a minute.
  await vi.waitFor(async () => {
    engine.clock.moveBy(60_000)
    expect(await engine.database.query('select key from engine.single')).toEqual([{ key: 'stays' }])
  })
})

test('where runs wait, those of a higher priority go first and a lower one last', async () => {
  const ordered = (n: number, data: object = {}) => ({ name: 'test/ordered', data: { n, seconds: 0, ...data } })
  await engine.send(ordered(0))
  await begun('ordered')
  const ids = await engine.send(
    ordered(1, { seconds: -60 }),
    ordered(2),
    ordered(3, { urgent: true }),
    ordered(4, { seconds: 30 }),
    ordered(5),
  )
  await vi.waitFor(async () => {
    expect(await engine.database.query(`select 1 from engine.queue where owner is null and kind = 'call'`)).toEqual([])
  })
  letGo('ordered')
  for (const id of ids) await engine.ended(id)
  expect(order).toEqual([0, 3, 4, 2, 5, 1])
})
