import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  beginTestSaga,
  failing,
  note,
  onward,
  outside,
  refused,
  refusing,
  type TestData,
  testSagaOf,
  undoable,
} from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import type { SagaLock } from './saga-definition.ts'
import type { SagaStep } from './step-types.ts'

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

test('a refusal is recorded, not retried, and the steps before it are undone in reverse, then the refusal is settled', async () => {
  const begun = await beginTestSaga(database.db)
  let asked = 0
  const no = undoable('third', {
    run: async () => {
      asked += 1
      return refused('card-declined')
    },
  })
  const told: unknown[] = []
  const definition = testSagaOf([undoable('first'), undoable('second'), no, undoable('fourth')], {
    settle: refusal => {
      told.push(refusal)
      return [onward('settled')]
    },
  })
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(asked).toBe(1)
  expect(told).toEqual([{ reason: 'card-declined', step: 'third' }])
  expect(await saga.notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
  expect(await saga.sagaRow(begun)).toMatchObject({
    status: 'UNDONE',
    direction: 'UNDOING',
    refusal: { reason: 'card-declined', step: 'third' },
    currentStep: null,
  })
  expect(await saga.incidents(begun)).toEqual([])
})

test('a step that fails for good turns the saga round like a refusal, and its error is told', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), failing('second'), onward('third', 'pivot')])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['first', 'undo-first'])
  expect(await saga.stepRow(begun, 'second')).toMatchObject({ status: 'FAILED', attempts: 3 })
  expect((await saga.sagaRow(begun)).refusal).toEqual({
    reason: 'step-failed',
    step: 'second',
    error: 'second is broken',
  })
})

test('a pivot that refuses turns the saga round: it is the last step with a way back', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), refusing('pivot', 'no-more', 'pivot'), onward('after')])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['first', 'undo-first'])
})

test('an undo that fails for good does not stop the others, puts the order in front of a person, and settles nothing', async () => {
  const begun = await beginTestSaga(database.db)
  let broken = true
  const stuck = undoable('second', {
    undo: async (tx, input) => {
      if (broken) throw new Error('the gateway is away')
      await note(tx, input, 'undo-second')
    },
  })
  const definition = testSagaOf([undoable('first'), stuck, undoable('third'), refusing('fourth')], {
    settle: () => [onward('settled')],
  })
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'NEEDS_ATTENTION'))
  expect(await saga.notes(begun)).toEqual(['first', 'second', 'third', 'undo-third', 'undo-first'])
  expect(await saga.stepRow(begun, 'second')).toMatchObject({
    undoStatus: 'FAILED',
    undoAttempts: 3,
    undoError: 'the gateway is away',
  })
  expect(await saga.incidents(begun)).toMatchObject([
    {
      kind: 'undo-failed',
      stepId: 'undo:second',
      detail: expect.stringContaining('the gateway is away'),
      resolvedAt: null,
    },
  ])
  expect(await saga.needsAttention(begun)).toBe(true)

  // Once the cause is gone a person starts it again: only what is left is undone, and the refusal is settled.
  broken = false
  await saga.resume(begun, 'NEEDS_ATTENTION')
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'UNDONE'))
  expect((await saga.notes(begun)).slice(5)).toEqual(['undo-second', 'settled'])
  expect(await saga.incidents(begun)).toMatchObject([{ resolution: 'went-on', resolvedAt: expect.any(Date) }])
  expect(await saga.needsAttention(begun)).toBe(false)
})

test('a step whose act may have happened is undone although it never answered', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([
    outside('call', () => Promise.reject(new Error('no answer'))),
    onward('pivot', 'pivot'),
  ])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['undo-call'])
})

test('after the pivot nothing is undone: what fails for good waits in front of a person, and goes on from there', async () => {
  const begun = await beginTestSaga(database.db)
  const steps = (third: SagaStep<TestData>) =>
    testSagaOf([undoable('first'), onward('second', 'pivot'), third, onward('fourth')])
  expect(await saga.run(begun, steps(failing('third')))).toEqual(saga.ended(begun, 'NEEDS_ATTENTION'))
  expect(await saga.notes(begun)).toEqual(['first', 'second'])
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'NEEDS_ATTENTION', direction: 'FORWARD' })
  expect(await saga.incidents(begun)).toMatchObject([
    { kind: 'step-failed', stepId: 'third', detail: 'third is broken' },
  ])
  expect(await saga.needsAttention(begun)).toBe(true)

  await saga.resume(begun, 'NEEDS_ATTENTION')
  expect(await saga.run(begun, steps(onward('third')), 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['first', 'second', 'third', 'fourth'])
  expect(await saga.incidents(begun)).toMatchObject([{ resolution: 'went-on' }])
  expect(await saga.needsAttention(begun)).toBe(false)
})

test('a refusal after the pivot waits in front of a person too', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('second', 'pivot'), refusing('third', 'gone')])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'NEEDS_ATTENTION'))
  expect(await saga.notes(begun)).toEqual(['first', 'second'])
  expect(await saga.incidents(begun)).toMatchObject([{ kind: 'step-failed', stepId: 'third' }])
})

test('a refusal that a person must answer holds the saga where it is, with nothing undone; another one does not', async () => {
  const holdsOn = ({ reason }: { readonly reason: string }) => reason === 'not-served'
  const held = await beginTestSaga(database.db)
  expect(await saga.run(held, testSagaOf([undoable('first'), refusing('second', 'not-served')], { holdsOn }))).toEqual(
    saga.ended(held, 'NEEDS_ATTENTION'),
  )
  expect(await saga.notes(held)).toEqual(['first'])
  expect(await saga.sagaRow(held)).toMatchObject({ direction: 'FORWARD', refusal: null })
  expect(await saga.incidents(held)).toMatchObject([
    { kind: 'saga-held', stepId: 'second', detail: expect.stringContaining('not-served') },
  ])

  const other = await beginTestSaga(database.db)
  expect(await saga.run(other, testSagaOf([undoable('first'), refusing('second', 'moved-on')], { holdsOn }))).toEqual(
    saga.ended(other, 'UNDONE'),
  )
})

test('a step of settling that fails for good is put in front of a person: the refusal is not settled unseen', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), refusing('second')], { settle: () => [failing('put-back')] })
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'NEEDS_ATTENTION'))
  expect(await saga.incidents(begun)).toMatchObject([{ kind: 'step-failed', stepId: 'put-back' }])
})

test('a saga whose lock another one holds does nothing and turns round, and the lock is given back at each end', async () => {
  const held: string[] = []
  const lock = (free: boolean): SagaLock<TestData> => ({
    take: async input => {
      if (free) held.push(input.saga.id)
      return free
    },
    release: async input => {
      held.splice(held.indexOf(input.saga.id), 1)
    },
  })
  const barred = await beginTestSaga(database.db)
  expect(await saga.run(barred, testSagaOf([undoable('first')], { lock: lock(false) }))).toEqual(
    saga.ended(barred, 'UNDONE'),
  )
  expect(await saga.notes(barred)).toEqual([])
  expect((await saga.sagaRow(barred)).refusal).toEqual({ reason: 'in-progress-elsewhere', step: 'lock' })

  for (const last of [onward('second'), refusing('second')]) {
    const begun = await beginTestSaga(database.db)
    await saga.run(begun, testSagaOf([undoable('first'), last], { lock: lock(true) }))
    expect(held).toEqual([])
  }
})

test('a step that has nothing to do leaves no row, and a saga without a row of its own does nothing', async () => {
  const begun = await beginTestSaga(database.db)
  const skipped = undoable('second', { skip: (_data, results) => 'first' in results })
  expect(await saga.run(begun, testSagaOf([undoable('first'), skipped]))).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['first'])
  expect(await saga.stepRow(begun, 'second')).toBeNull()

  const unknown = await beginTestSaga(database.db)
  await database.db.saga.delete({ where: { id: unknown.saga.id } })
  expect(await saga.run(unknown, testSagaOf([undoable('first')]))).toEqual(saga.ended(unknown, 'not-mine'))
  expect(await saga.notes(unknown)).toEqual([])
})
