import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DeadEpoch } from '../src/database/dead-epoch.ts'
import { migrate } from '../src/database/migrate.ts'
import { planRuns } from '../src/events/plan-runs.ts'
import { makeEvent } from '../src/events/read-events.ts'
import { type EventGroup, storeEventGroups } from '../src/events/store-events.ts'
import { createFlowControl } from '../src/flow/flow-control.ts'
import { checkFunction } from '../src/functions/check-function.ts'
import { createRegistry } from '../src/functions/registry.ts'
import { newId } from '../src/ids/make-id.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

// What is written twice because nobody knows whether the first time has worked, and what a dead engine writes.

const now = Date.UTC(2026, 10, 24)
let database: TestDatabase
let pool: pg.Pool
const registry = createRegistry()

const register = (id: string, options: Record<string, unknown>) => {
  const url = `http://127.0.0.1:1/api/inngest?fnId=shop-${id}&stepId=step`
  const config = {
    id: `shop-${id}`,
    triggers: [{ event: `test/${id}` }],
    steps: { step: { runtime: { type: 'http', url } } },
  }
  return checkFunction('shop', { ...config, ...options }).fn
}

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url })
  const client = await pool.connect()
  await migrate(client)
  await client.query('update engine.instance set epoch = 2')
  client.release()
  registry.put('shop', [
    register('limited', { rateLimit: { limit: 1, period: '1m' } }),
    register('throttled', { throttle: { limit: 1, period: '1m' } }),
    register('batched', { batchEvents: { maxSize: 10, timeout: '1m' } }),
    register('latest', { singleton: { mode: 'cancel' } }),
  ])
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

const groupOf = (name: string): EventGroup => {
  const parts = { id: newId(now), name: `test/${name}`, externalId: undefined, data: {}, user: {}, ts: now, now }
  const event = makeEvent(parts)
  return { events: [event], runs: planRuns(event, registry, now), woken: [] }
}

const write = (groups: EventGroup[], { epoch = 2, again = false } = {}) => {
  const flow = createFlowControl({
    pool,
    registry,
    store: () => Promise.resolve([]),
    goOn: () => undefined,
    expectHeld: () => undefined,
  })
  return flow.decide(groups, now, decided =>
    storeEventGroups(pool, decided.groups, { epoch, now, again, flow: decided.writes }),
  )
}

const rows = (text: string) => database.query(text)

test('groups that were committed already are written again without any effect, and what they started is found', async () => {
  const groups = ['limited', 'throttled', 'throttled', 'batched', 'batched', 'latest', 'latest'].map(groupOf)
  const first = await write(groups)
  const tables = ['run', 'queue', 'rate', 'held', 'single', 'event']
  const before = await Promise.all(tables.map(table => rows(`select * from engine.${table} order by 1, 2`)))
  const again = await write(groups, { again: true })
  expect(await Promise.all(tables.map(table => rows(`select * from engine.${table} order by 1, 2`)))).toEqual(before)
  const idsOf = (outcomes: typeof first) => outcomes.flatMap(({ started }) => started.map(({ run }) => run.id))
  expect(idsOf(again)).toEqual(idsOf(first))
  expect(idsOf(first)).toHaveLength(5)
  expect(before[3]).toMatchObject([{ event_ids: [groups[3]?.events[0]?.id, groups[4]?.events[0]?.id] }])
})

test('an engine that another has taken the place of writes nothing', async () => {
  const tables = ['run', 'queue', 'rate', 'held', 'single', 'event']
  const before = await Promise.all(tables.map(table => rows(`select * from engine.${table} order by 1, 2`)))
  const groups = ['limited', 'throttled', 'batched', 'latest'].map(groupOf)
  await expect(write(groups, { epoch: 1 })).rejects.toBeInstanceOf(DeadEpoch)
  expect(await Promise.all(tables.map(table => rows(`select * from engine.${table} order by 1, 2`)))).toEqual(before)
})
