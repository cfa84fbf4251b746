import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDeps } from '../testing/test-deps.ts'
import { createTestEngine, type TestWait } from '../testing/test-engine.ts'
import {
  askToCancel,
  beginTestSaga,
  notesOf,
  onward,
  type TestData,
  type TestSaga,
  testSagaOf,
  undoable,
  waiting,
} from '../testing/test-saga.ts'
import type { Deps } from './deps.ts'
import { runSaga } from './run-saga.ts'
import type { SagaDefinition } from './saga-definition.ts'
import type { WaitStep } from './step-types.ts'

let database: TestDatabase
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const sagaOf = (step: WaitStep<TestData>, changes: Partial<SagaDefinition<TestData>> = {}) =>
  testSagaOf([undoable('first'), step, onward('pivot', 'pivot')], changes)
const stepRow = (begun: TestSaga) =>
  database.db.sagaStep.findUniqueOrThrow({ where: { sagaId_stepId: { sagaId: begun.saga.id, stepId: 'wait' } } })
const sagaRow = (begun: TestSaga) => database.db.saga.findUniqueOrThrow({ where: { id: begun.saga.id } })
const notes = (begun: TestSaga) => notesOf(database.db, begun.orderId)

/** Lets the time of a wait pass: the step has begun so much longer ago. */
const letPass = async (begun: TestSaga, seconds: number) => {
  await database.db.$executeRaw`
    update saga_step set started_at = started_at - make_interval(secs => ${seconds}) where saga_id = ${begun.saga.id}`
}
const secondsOf = (wait: TestWait) => Number(wait.timeout.replace('s', ''))

test('what has happened already is found at the first look, without a wait', async () => {
  const begun = await beginTestSaga(database.db)
  const engine = createTestEngine()
  const step = waiting('wait', async () => ({ outcome: 'done', result: { approved: true } }))
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'COMPLETED' })
  expect(engine.waits).toEqual([])
  expect(await notes(begun)).toEqual(['first', 'wait-done', 'pivot'])
  expect(await stepRow(begun)).toMatchObject({ status: 'DONE', result: { approved: true } })
})

test('what has not happened yet is waited for, by its event for this very thing, and looked at again when that comes', async () => {
  const begun = await beginTestSaga(database.db)
  let approved = false
  const step = waiting('wait', async () => (approved ? { outcome: 'done' } : { outcome: 'waiting' }))
  const engine = createTestEngine({
    onWait: async () => {
      approved = true
      return { name: 'stock/reserved' }
    },
  })
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'COMPLETED' })
  expect(engine.waits).toMatchObject([
    { id: 'wait:wait-1', event: 'stock/reserved', if: `async.data.orderId == "${begun.orderId}"` },
  ])
  expect(engine.begun).toEqual(['first', 'wait:look-1', 'wait:look-2', 'pivot', 'end-saga'])
  expect(await notes(begun)).toEqual(['first', 'wait-done', 'pivot'])
})

test('a lost wake-up costs time, never the step: it looks again by itself, the more rarely the longer it has waited', async () => {
  const begun = await beginTestSaga(database.db)
  let looks = 0
  const step = waiting(
    'wait',
    async () => {
      looks += 1
      return looks < 8 ? { outcome: 'waiting' } : { outcome: 'done' }
    },
    3600,
  )
  const engine = createTestEngine({ onWait: wait => letPass(begun, secondsOf(wait)) })
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'COMPLETED' })
  const waited = engine.waits.map(secondsOf)
  expect(waited[0]).toBe(2)
  expect(waited).toEqual([...waited].sort((a, b) => a - b))
  expect(waited.at(-1)).toBeGreaterThan(5)
  expect(await notes(begun)).toEqual(['first', 'wait-done', 'pivot'])
})

test('a wait that runs out is looked at for the last time, told so, and what that look says counts', async () => {
  const begun = await beginTestSaga(database.db)
  const told: boolean[] = []
  const step = waiting('wait', async (_input, expired) => {
    told.push(expired)
    return expired ? { outcome: 'refused', result: { reason: 'never-came' } } : { outcome: 'waiting' }
  })
  const engine = createTestEngine({ onWait: wait => letPass(begun, secondsOf(wait)) })
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'UNDONE' })
  expect(engine.waits.map(secondsOf).reduce((sum, seconds) => sum + seconds)).toBeLessThanOrEqual(61)
  expect(told.filter(Boolean)).toHaveLength(1)
  expect(told.at(-1)).toBe(true)
  expect((await sagaRow(begun)).refusal).toEqual({ reason: 'never-came', step: 'wait' })
  expect(await notes(begun)).toEqual(['first', 'wait-refused', 'undo-first'])
})

test('a step that still says "waiting" when its time has run out counts as failed', async () => {
  const begun = await beginTestSaga(database.db)
  const engine = createTestEngine({ onWait: wait => letPass(begun, secondsOf(wait)) })
  const step = waiting('wait', async () => ({ outcome: 'waiting' }))
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'UNDONE' })
  expect((await sagaRow(begun)).refusal).toMatchObject({ reason: 'step-failed', step: 'wait' })
})

test('a look that throws is tried again and does not end the wait; one that throws for good is a failed step', async () => {
  const begun = await beginTestSaga(database.db)
  let looks = 0
  const shaky = waiting('wait', async () => {
    looks += 1
    if (looks < 3) throw new Error('the gateway is away')
    return { outcome: 'done' }
  })
  expect(await runSaga(deps, sagaOf(shaky), begun.start, createTestEngine())).toMatchObject({ ended: 'COMPLETED' })
  expect(await stepRow(begun)).toMatchObject({ status: 'DONE', error: null, attempts: 3 })

  const other = await beginTestSaga(database.db)
  const broken = waiting('wait', () => Promise.reject(new Error('the gateway is away')))
  expect(await runSaga(deps, sagaOf(broken), other.start, createTestEngine())).toMatchObject({ ended: 'UNDONE' })
  expect(await stepRow(other)).toMatchObject({ status: 'FAILED', error: 'the gateway is away' })
})

test('a cancelling wakes the wait and stops it there', async () => {
  const begun = await beginTestSaga(database.db)
  const engine = createTestEngine({
    onWait: () => askToCancel(database.db, begun.orderId),
  })
  const step = waiting('wait', async () => ({ outcome: 'waiting' }))
  const definition = sagaOf(step, { stopsOnCancel: true })
  expect(await runSaga(deps, definition, begun.start, engine)).toMatchObject({ ended: 'UNDONE' })
  expect(engine.waits).toHaveLength(1)
  expect((await sagaRow(begun)).refusal).toEqual({ reason: 'cancel-requested', step: 'wait' })
  expect(await notes(begun)).toEqual(['first', 'undo-first'])
})

test('a saga that waits counts as alive for as long as it waits', async () => {
  const begun = await beginTestSaga(database.db)
  let lease = 0
  let looks = 0
  const engine = createTestEngine({
    onWait: async wait => {
      lease = (await sagaRow(begun)).leaseUntil.getTime() - Date.now() - secondsOf(wait) * 1000
      await letPass(begun, 1000)
    },
  })
  const step = waiting('wait', async () => ({ outcome: ++looks < 3 ? 'waiting' : 'done' }), 100_000)
  await runSaga(deps, sagaOf(step), begun.start, engine)
  expect(secondsOf(engine.waits[1] as TestWait)).toBeGreaterThanOrEqual(500)
  expect(lease).toBeGreaterThan(25_000)
})

test('a run that was replaced while it waited looks no more, and the new one goes on waiting from the first look', async () => {
  const begun = await beginTestSaga(database.db)
  let looks = 0
  const step = waiting('wait', async () => {
    looks += 1
    return looks < 2 ? { outcome: 'waiting' } : { outcome: 'done' }
  })
  const engine = createTestEngine({
    onWait: async () => {
      await letPass(begun, 30)
      await database.db.saga.update({ where: { id: begun.saga.id }, data: { generation: 2 } })
    },
  })
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'not-mine' })
  expect(looks).toBe(1)
  const { startedAt } = await stepRow(begun)
  const again = { ...begun.start, generation: 2 }
  expect(await runSaga(deps, sagaOf(step), again, createTestEngine())).toMatchObject({ ended: 'COMPLETED' })
  expect(await stepRow(begun)).toMatchObject({ startedAt, status: 'DONE' })
  expect(await notes(begun)).toEqual(['first', 'wait-done', 'pivot'])
})

test('a look that cannot say is noted and waits on, however often; only at the end of its time it fails, as away', async () => {
  const begun = await beginTestSaga(database.db)
  const noted: (string | null)[] = []
  const engine = createTestEngine({
    attempts: 1,
    onWait: async wait => {
      noted.push((await stepRow(begun)).error)
      await letPass(begun, secondsOf(wait))
    },
  })
  const step = waiting('wait', async () => ({ outcome: 'waiting', because: 'the gateway is away' }))
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'UNDONE' })
  expect(noted.length).toBeGreaterThan(5)
  expect(new Set(noted)).toEqual(new Set(['the gateway is away']))
  expect(engine.waits.map(secondsOf).reduce((sum, seconds) => sum + seconds)).toBeGreaterThan(55)
  expect(await stepRow(begun)).toMatchObject({ status: 'FAILED', away: true })
})

test('what happens between a look and the wait is not slept through: the lease it shortened stays short', async () => {
  const begun = await beginTestSaga(database.db)
  const lease: number[] = []
  const engine = createTestEngine({
    onWait: async () => {
      lease.push((await sagaRow(begun)).leaseUntil.getTime() - Date.now())
      await letPass(begun, 3600)
    },
  })
  const step = waiting(
    'wait',
    async () => {
      // As what is told does; the looker has read its own data before.
      if (lease.length === 1)
        await database.db.saga.update({
          where: { id: begun.saga.id },
          data: { leaseUntil: new Date(Date.now() + 30_000) },
        })
      return lease.length < 2 ? { outcome: 'waiting' } : { outcome: 'done' }
    },
    100_000,
  )
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'COMPLETED' })
  expect(lease[1]).toBeLessThanOrEqual(30_000)
})

test('once a wait is over the saga counts as alive for a step again, not for hours', async () => {
  const begun = await beginTestSaga(database.db)
  let lease = 0
  const engine = createTestEngine({
    onWait: () => letPass(begun, 3600),
    afterStep: async id => {
      if (id === 'wait:look-2') lease = (await sagaRow(begun)).leaseUntil.getTime() - Date.now()
    },
  })
  let looks = 0
  const step = waiting('wait', async () => ({ outcome: ++looks < 2 ? 'waiting' : 'done' }), 100_000)
  expect(await runSaga(deps, sagaOf(step), begun.start, engine)).toMatchObject({ ended: 'COMPLETED' })
  expect(lease).toBeGreaterThan(0)
  expect(lease).toBeLessThanOrEqual(30_000)
})
