import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginTestSaga, type TestSaga, testSagaOf, undoable } from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import { reportSagaFailure } from './report-saga-failure.ts'

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

const definition = testSagaOf([undoable('first')])

/** What the engine tells when the function itself has failed for good. */
const report = ({ start, saga: { id, name } }: TestSaga, generation: number, message?: string) => {
  const trigger =
    generation === 1
      ? { name: 'order/created', data: { ...start.input, correlationId: 'cor_test' } }
      : { name: 'saga/resumed', data: { sagaId: id, name, generation, input: start.input, correlationId: 'cor_test' } }
  const data = { error: message === undefined ? {} : { message }, event: trigger }
  return reportSagaFailure(saga.deps, definition)({ event: { data } })
}

test('a saga whose function fails for good is put in front of a person instead of standing still unseen', async () => {
  const begun = await beginTestSaga(database.db)
  await report(begun, 1, 'cannot read properties of undefined')
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'NEEDS_ATTENTION', endedAt: expect.any(Date) })
  expect(await saga.incidents(begun)).toMatchObject([
    { kind: 'saga-failed', stepId: 'saga', orderId: begun.orderId, occurrences: 1, resolvedAt: null },
  ])
  expect(await saga.needsAttention(begun)).toBe(true)

  // And it can be started again from there.
  await saga.resume(begun, 'NEEDS_ATTENTION')
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.needsAttention(begun)).toBe(false)
})

test('the failure of an older run does not end the newer one', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.resume(begun, 'RUNNING')
  await report(begun, 1, 'the old code')
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'RUNNING', generation: 2 })
  await report(begun, 2, 'the new code')
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'NEEDS_ATTENTION' })
})

test('the failure of a run that was replaced says nothing of a saga that runs on or has ended well', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.resume(begun, 'RUNNING')
  await report(begun, 1, 'the old code')
  expect(await saga.incidents(begun)).toEqual([])
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  for (const generation of [1, 2]) await report(begun, generation, 'late news')
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'COMPLETED' })
  expect(await saga.incidents(begun)).toEqual([])
  expect(await saga.needsAttention(begun)).toBe(false)
})
