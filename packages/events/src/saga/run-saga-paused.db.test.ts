import { pauseOrder } from '@makegood/db/order/pause-order'
import { resumeOrder } from '@makegood/db/order/resume-order'
import { listStalledSagas } from '@makegood/db/saga/resume-saga'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  beginTestSaga,
  failing,
  onward,
  outside,
  refused,
  refusing,
  type TestData,
  type TestSaga,
  testSagaOf,
  undoable,
  waiting,
} from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import type { SagaDefinition } from './saga-definition.ts'

let database: TestDatabase
let saga: ReturnType<typeof watchSagas>
beforeAll(async () => {
  database = await createTestDatabase()
  saga = watchSagas(database.db)
})
afterAll(async () => {
  saga.deps.redis.disconnect()
  await database.drop()
})

const pauseIdOf = ({ orderId }: TestSaga) => `pse_${orderId}`
const pause = (begun: TestSaga) =>
  pauseOrder(database.db, {
    orderId: begun.orderId,
    pauseId: pauseIdOf(begun),
    operatorId: 'usr_kim',
    reason: 'the address is asked about',
  })
const resume = (begun: TestSaga) =>
  resumeOrder(database.db, {
    orderId: begun.orderId,
    pauseId: pauseIdOf(begun),
    operatorId: 'usr_lee',
    leaseSeconds: 30,
  })

/** What the saga's newest `saga/resumed` says, as the engine would be told. */
const toldGenerations = async ({ saga: { id } }: TestSaga) => {
  const told = await database.db.outbox.findMany({ where: { name: 'saga/resumed' }, orderBy: { id: 'asc' } })
  return told.map(({ payload }) => payload as { sagaId: string; generation: number }).filter(row => row.sagaId === id)
}

/** Runs it until the pause and expects it to stand there, with nothing in front of a person and the lock free. */
const expectStandsStill = async (begun: TestSaga, definition: SagaDefinition<TestData>, notes: readonly string[]) => {
  const released: string[] = []
  const lock = { take: async () => true, release: async () => void released.push('released') }
  expect(await saga.run(begun, { ...definition, lock })).toEqual(saga.ended(begun, 'paused'))
  expect(await saga.notes(begun)).toEqual(notes)
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'RUNNING', endedAt: null, generation: 1 })
  expect(await saga.incidents(begun)).toEqual([])
  expect(released).toEqual(['released'])
}

/** Pauses the order in the middle of a call to the outside. */
const pausingCall = (id: string, begun: TestSaga) =>
  outside(id, async () => {
    await pause(begun)
    return { outcome: 'done', result: { ref: id } }
  })

test('a saga of a paused order begins no step at all, and runs whole when it is resumed', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  await pause(begun)
  await expectStandsStill(begun, definition, [])
  await resume(begun)
  expect(await toldGenerations(begun)).toMatchObject([{ generation: 2 }])
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['first', 'pivot'])
})

test('a call that is under way when the order is paused is recorded; the next step waits, and nothing is done twice', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([pausingCall('call', begun), undoable('second'), onward('pivot', 'pivot')])
  await expectStandsStill(begun, definition, ['call-done'])
  expect(await saga.stepRow(begun, 'call')).toMatchObject({ status: 'DONE', attempts: 1 })
  await resume(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['call-done', 'second', 'pivot'])
  expect(await saga.stepRow(begun, 'call')).toMatchObject({ status: 'DONE', attempts: 1 })
})

test('a local step whose order is paused before it is settled leaves nothing behind', async () => {
  const begun = await beginTestSaga(database.db)
  let paused = false
  const slow = undoable('slow', {
    run: async () => {
      if (!paused) await pause(begun)
      paused = true
      return { outcome: 'done' }
    },
  })
  const definition = testSagaOf([slow, onward('pivot', 'pivot')])
  await expectStandsStill(begun, definition, [])
  expect(await saga.stepRow(begun, 'slow')).toBeNull()
})

test('a call that fails while the order is paused is recorded as failed, is not tried again, and is nobody’s incident', async () => {
  const begun = await beginTestSaga(database.db)
  let calls = 0
  const call = outside('call', async () => {
    calls += 1
    if (calls > 1) return { outcome: 'done' }
    await pause(begun)
    throw new Error('no answer')
  })
  const definition = testSagaOf([call, onward('pivot', 'pivot')])
  await expectStandsStill(begun, definition, [])
  expect(calls).toBe(1)
  expect(await saga.stepRow(begun, 'call')).toMatchObject({ status: 'FAILED', attempts: 1, error: 'no answer' })
  await resume(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(calls).toBe(2)
})

test('on its way back a paused saga begins no further undo, ends nothing, and undoes the rest when it is resumed', async () => {
  const begun = await beginTestSaga(database.db)
  const undoneFirst = outside('second', async () => ({ outcome: 'done' }), {
    undo: async input => {
      await pause(begun)
      return tx =>
        tx.$executeRaw`update "order" set address2 = address2 || 'undo-second ' where id = ${input.data.orderId}`.then(
          () => undefined,
        )
    },
  })
  const definition = testSagaOf([undoable('first'), undoneFirst, refusing('third', 'no-more', 'pivot')])
  await expectStandsStill(begun, definition, ['first', 'second-done', 'undo-second'])
  expect(await saga.sagaRow(begun)).toMatchObject({ direction: 'UNDOING' })
  await resume(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['first', 'second-done', 'undo-second', 'undo-first'])
})

test('what settles a saga that was undone waits as well', async () => {
  const begun = await beginTestSaga(database.db)
  const pausing = waiting('wait', async () => {
    await pause(begun)
    return refused('no-more')
  })
  const definition = testSagaOf([pausing, onward('pivot', 'pivot')], { settle: () => [onward('settled')] })
  await expectStandsStill(begun, definition, ['wait-refused'])
  await resume(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['wait-refused', 'settled'])
})

test('a wait does not look while the order is paused, and looks at once when it is resumed', async () => {
  const begun = await beginTestSaga(database.db)
  let looks = 0
  const wait = waiting('wait', async () => {
    looks += 1
    if (looks === 1) {
      await pause(begun)
      return { outcome: 'waiting' }
    }
    return { outcome: 'done' }
  })
  const definition = testSagaOf([wait, onward('pivot', 'pivot')])
  await expectStandsStill(begun, definition, [])
  expect(looks).toBe(1)
  await resume(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(looks).toBe(2)
})

test('a run that was under way when its order was paused and resumed is replaced: it takes no further step', async () => {
  const begun = await beginTestSaga(database.db)
  const call = outside('call', async () => {
    await pause(begun)
    await resume(begun)
    return { outcome: 'done' }
  })
  const definition = testSagaOf([call, onward('pivot', 'pivot')])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'not-mine'))
  expect(await saga.notes(begun)).toEqual([])
  const again = testSagaOf([outside('call', async () => ({ outcome: 'done' })), onward('pivot', 'pivot')])
  expect(await saga.run(begun, again, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['call-done', 'pivot'])
})

test('a local step that fails while its order is paused is tried once, not until it counts as failed for good', async () => {
  const begun = await beginTestSaga(database.db)
  let runs = 0
  const broken = onward('broken', 'forward-only', {
    run: async () => {
      runs += 1
      if (runs === 1) await pause(begun)
      throw new Error('broken')
    },
  })
  await expectStandsStill(begun, testSagaOf([onward('pivot', 'pivot'), broken]), ['pivot'])
  expect(runs).toBe(1)
})

test('a saga that had stopped before its order was paused goes on by nothing but a person, when it is resumed too', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.run(begun, testSagaOf([onward('pivot', 'pivot'), failing('after')]))
  await pause(begun)
  await resume(begun)
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'NEEDS_ATTENTION', generation: 1 })
  expect(await toldGenerations(begun)).toEqual([])
})

test('a saga that stands still is not taken for stalled, however long; it is again once its order goes on', async () => {
  const begun = await beginTestSaga(database.db)
  await pause(begun)
  await database.db.saga.update({ where: { id: begun.saga.id }, data: { leaseUntil: new Date(0) } })
  const stalled = async () => (await listStalledSagas(database.db, 100)).map(({ id }) => id)
  expect(await stalled()).not.toContain(begun.saga.id)
  await resume(begun)
  await database.db.saga.update({ where: { id: begun.saga.id }, data: { leaseUntil: new Date(0) } })
  expect(await stalled()).toContain(begun.saga.id)
})
