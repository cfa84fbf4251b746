import { toSagaView } from '@makegood/db/saga/to-saga-view'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginTestSaga, onward, outside, refusing, testSagaOf, undoable } from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import { runStep } from './run-step.ts'

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

const none = { payments: [], refunds: [], lines: [], returns: [], topUp: null }
/** What an operator reads of the failed attempts of a step. */
const failuresOf = async (sagaId: string, stepId: string) => {
  const row = await database.db.saga.findUniqueOrThrow({ where: { id: sagaId }, include: { steps: true } })
  const step = toSagaView(row, none).steps.find(each => each.stepId === stepId)
  return step?.failures.map(({ of, attempt, error }) => [of, attempt, error])
}
const failsTimes = (times: number, what: string) => {
  let tries = 0
  return () => {
    tries += 1
    if (tries <= times) throw new Error(`${what} ${tries}`)
  }
}

test('attempts that failed stay readable after a good one, of a local step and of a call, each with its number and error', async () => {
  const begun = await beginTestSaga(database.db)
  const [local, call] = [failsTimes(2, 'local'), failsTimes(1, 'call')]
  const definition = testSagaOf([
    undoable('local', {
      run: async () => {
        local()
        return { outcome: 'done' }
      },
    }),
    outside('call', async () => {
      call()
      return { outcome: 'done' }
    }),
    onward('pivot', 'pivot'),
  ])
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await failuresOf(begun.saga.id, 'local')).toEqual([
    ['step', 1, 'local 1'],
    ['step', 2, 'local 2'],
  ])
  expect(await failuresOf(begun.saga.id, 'call')).toEqual([['step', 1, 'call 1']])
  expect(await failuresOf(begun.saga.id, 'pivot')).toEqual([])
  expect(await saga.stepRow(begun, 'local')).toMatchObject({ status: 'DONE', attempts: 3, error: null })
})

test('attempts to undo that failed stay readable beside those of the step', async () => {
  const begun = await beginTestSaga(database.db)
  const [call, undo] = [failsTimes(1, 'call'), failsTimes(2, 'undo')]
  const step = outside(
    'call',
    async () => {
      call()
      return { outcome: 'done' }
    },
    {
      undo: async () => {
        undo()
        return async () => undefined
      },
    },
  )
  expect(await saga.run(begun, testSagaOf([step, refusing('pivot', 'no-more', 'pivot')]))).toEqual(
    saga.ended(begun, 'UNDONE'),
  )
  expect(await failuresOf(begun.saga.id, 'call')).toEqual([
    ['step', 1, 'call 1'],
    ['undo', 1, 'undo 1'],
    ['undo', 2, 'undo 2'],
  ])
  expect(await saga.stepRow(begun, 'call')).toMatchObject({ undoStatus: 'DONE', undoError: null })
})

test('of a step that fails for ever the last twenty failures are kept', async () => {
  const begun = await beginTestSaga(database.db)
  const broken = onward('broken', 'forward-only', { run: async () => Promise.reject(new Error('broken')) })
  const row = { id: 'broken', kind: 'forward-only', position: 1, direction: 'FORWARD', stopsOnCancel: false } as const
  for (let time = 0; time < 23; time += 1)
    await expect(runStep(database.db, broken, begun.input, row)).rejects.toThrow('broken')
  const failures = await failuresOf(begun.saga.id, 'broken')
  expect(failures?.map(([, attempt]) => attempt)).toEqual(Array.from({ length: 20 }, (_, index) => index + 4))
})
