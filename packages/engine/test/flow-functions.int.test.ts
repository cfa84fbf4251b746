import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FlowEngine, startFlowEngine } from './flow-engine.ts'
import { createClient, startApp, type TestApp } from './test-app.ts'

let engine: FlowEngine
let other: TestApp
const url = () => new URL(engine.app.client.apiBaseUrl ?? '').href.replace(/\/$/, '')

beforeAll(async () => {
  engine = await startFlowEngine(client => [
    client.createFunction({ id: 'shared', triggers: [{ event: 'test/shared' }] }, async () => 'shop'),
    client.createFunction({ id: 'first', triggers: [{ event: 'test/first' }] }, async ({ step }) => {
      await step.sleep('nap', '1m')
      return 'first'
    }),
    client.createFunction(
      { id: 'picky', triggers: [{ event: 'test/picky', if: 'event.data.n + 1 == 2 || event.data.kind != "plain"' }] },
      async () => 'picked',
    ),
    client.createFunction({ id: 'wild', triggers: [{ event: 'wild/*' }] }, async ({ event }) => event.name),
    client.createFunction({ id: 'odd', triggers: [{ event: 'odd' }] }, async () => 'odd'),
  ])
  const client = createClient(url(), 'depot')
  other = await startApp(client, [
    client.createFunction({ id: 'shared', triggers: [{ event: 'test/shared' }] }, async () => 'depot'),
  ])
  expect((await other.register()).status).toBe(200)
})

afterAll(async () => {
  await other.close()
  await engine.close()
})

const slugs = async () =>
  (await engine.database.query('select slug from engine.function where not retired order by slug')).map(row => row.slug)

test('several apps live side by side, and an event starts the functions of all', async () => {
  const [id] = await engine.send({ name: 'test/shared', data: {} })
  await vi.waitFor(async () => {
    const outputs = (await engine.runsOf(id)).map(run => run.output)
    expect(outputs.sort()).toEqual(['depot', 'shop'])
  })
})

test('a trigger’s if sees whole numbers and absent fields as one would expect', async () => {
  const [one, two, plain] = await engine.send(
    { name: 'test/picky', data: { n: 1, kind: 'plain' } },
    { name: 'test/picky', data: {} },
    { name: 'test/picky', data: { n: 2, kind: 'plain' } },
  )
  expect((await engine.ended(one)).output).toBe('picked')
  expect((await engine.ended(two)).output).toBe('picked')
  expect(await engine.runsOf(plain)).toEqual([])
})

test('a wildcard takes every name under its prefix and no other', async () => {
  const [under, deeper, beside] = await engine.send(
    { name: 'wild/a', data: {} },
    { name: 'wild/a/b.c', data: {} },
    { name: 'wilder', data: {} },
  )
  expect([(await engine.ended(under)).output, (await engine.ended(deeper)).output]).toEqual(['wild/a', 'wild/a/b.c'])
  expect(await engine.runsOf(beside)).toEqual([])
})

test('registering again replaces the app’s functions and no others; a retired one’s runs go on', async () => {
  const [going] = await engine.send({ name: 'test/first', data: {} })
  await vi.waitFor(async () =>
    expect(await engine.database.query(`select 1 from engine.queue where kind = 'sleep'`)).toHaveLength(1),
  )
  const { client } = engine.app
  const again = await startApp(client, [
    client.createFunction({ id: 'shared', triggers: [{ event: 'test/shared-anew' }] }, async () => 'shop anew'),
  ])
  expect((await again.register()).status).toBe(200)
  expect(await slugs()).toEqual(['depot-shared', 'shop-shared'])
  const [gone, old, anew] = await engine.send(
    { name: 'test/first', data: {} },
    { name: 'test/shared', data: {} },
    { name: 'test/shared-anew', data: {} },
  )
  expect((await engine.ended(anew)).output).toBe('shop anew')
  expect((await engine.ended(old)).output).toBe('depot')
  expect(await engine.runsOf(gone)).toEqual([])
  await again.close()
  await engine.restart()
  engine.clock.moveBy(60_000)
  expect((await engine.ended(going)).output).toBe('first')
})

test('a registration with a function that is refused changes nothing, and says why', async () => {
  const before = await slugs()
  const client = createClient(url(), 'depot')
  const refused = await startApp(client, [
    client.createFunction({ id: 'fine', triggers: [{ event: 'test/fine' }] }, async () => 'fine'),
    client.createFunction(
      { id: 'wrong', triggers: [{ event: 'test/wrong' }], throttle: { limit: 0, period: '1m' } },
      async () => 'wrong',
    ),
  ])
  const { status, message } = await refused.register()
  await refused.close()
  expect([status, message]).toEqual([400, expect.stringContaining('depot-wrong: option throttle.limit is refused')])
  expect(await slugs()).toEqual(before)
})
