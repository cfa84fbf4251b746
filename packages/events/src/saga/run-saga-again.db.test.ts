import { beginUndo } from '@makegood/db/saga/begin-undo'
import { listStalledSagas } from '@makegood/db/saga/resume-saga'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestEngine } from '../testing/test-engine.ts'
import {
  askToCancel,
  beginTestSaga,
  failing,
  note,
  onward,
  outside,
  refused,
  refusing,
  type TestData,
  type TestSaga,
  testSagaOf,
  undoable,
} from '../testing/test-saga.ts'
import { watchSagas } from '../testing/watch-saga.ts'
import { runSaga } from './run-saga.ts'
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

/** Runs the saga while its order is asked to be cancelled, as soon as this step is done. */
const runCancelledAfter = (stepId: string, begun: TestSaga, definition: SagaDefinition<TestData>) => {
  const afterStep = async (id: string) => {
    if (id === stepId) await askToCancel(database.db, begun.orderId)
  }
  return runSaga(saga.deps, definition, begun.start, createTestEngine({ afterStep }))
}

test('a resumed run goes on from the recorded steps: what is done is not done again, and its results are there', async () => {
  const begun = await beginTestSaga(database.db)
  const seen: unknown[] = []
  const second = onward('second', 'forward-only', {
    run: async (tx, input) => {
      seen.push({ ...input.results })
      if (seen.length <= 3) throw new Error('not yet')
      await note(tx, input, 'second')
      return { outcome: 'done' }
    },
  })
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot'), second])
  await saga.run(begun, definition)
  await saga.resume(begun, 'NEEDS_ATTENTION')
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  expect(await saga.notes(begun)).toEqual(['first', 'pivot', 'second'])
  expect(seen.at(-1)).toEqual({ first: { by: 'first' }, pivot: null })
})

test('a saga that is resumed on its way back only undoes: no forward step is taken, and the first reason stays', async () => {
  const begun = await beginTestSaga(database.db)
  await saga.run(
    begun,
    testSagaOf([undoable('first'), undoable('second'), failing('third', 'pivot')], { holdsOn: () => true }),
  )
  expect(await saga.notes(begun)).toEqual(['first', 'second'])
  await saga.resume(begun, 'NEEDS_ATTENTION')
  const turning = { ...begun.saga, generation: 2 }
  expect(await beginUndo(database.db, turning, { reason: 'card-declined', step: 'second' })).toBe(true)

  // The run died here: the engine has lost it, and the saga is started again.
  await saga.resume(begun, 'RUNNING', 2)
  const told: unknown[] = []
  const definition = testSagaOf([undoable('first'), undoable('second'), onward('third', 'pivot')], {
    settle: refusal => {
      told.push(refusal)
      return [onward('settled')]
    },
  })
  expect(await saga.run(begun, definition, 3)).toEqual(saga.ended(begun, 'UNDONE'))
  expect(await saga.notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
  expect(told).toEqual([{ reason: 'card-declined', step: 'second' }])
})

test('a run of an older generation ends without a trace, and so does one whose saga has ended', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  await saga.resume(begun, 'RUNNING')
  const before = await saga.sagaRow(begun)
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'not-mine'))
  expect(await saga.sagaRow(begun)).toEqual(before)
  expect(await saga.notes(begun)).toEqual([])

  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
  const after = await saga.sagaRow(begun)
  expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'not-mine'))
  expect(await saga.sagaRow(begun)).toEqual(after)
  expect(await saga.notes(begun)).toEqual(['first', 'pivot'])
})

test('a run that is replaced on its way takes no further step, turns nothing round, undoes nothing and ends nothing', async () => {
  for (const how of ['done', 'refused', 'throws'] as const) {
    const begun = await beginTestSaga(database.db)
    const replaced = outside('second', async () => {
      await database.db.saga.update({ where: { id: begun.saga.id }, data: { generation: 2 } })
      if (how === 'throws') throw new Error('no answer')
      return how === 'done' ? { outcome: 'done' } : refused('no')
    })
    expect(await saga.run(begun, testSagaOf([undoable('first'), replaced, onward('third')]))).toEqual(
      saga.ended(begun, 'not-mine'),
    )
    expect(await saga.notes(begun)).toEqual(['first'])
    expect(await saga.sagaRow(begun)).toMatchObject({ status: 'RUNNING', direction: 'FORWARD', generation: 2 })
    expect(await saga.incidents(begun)).toEqual([])
  }
})

test('a run that is replaced while it settles puts nothing in front of a person', async () => {
  const begun = await beginTestSaga(database.db)
  const replaced = onward('put-back', 'forward-only', {
    run: async () => {
      await database.db.saga.update({ where: { id: begun.saga.id }, data: { generation: 2 } })
      return { outcome: 'done' }
    },
  })
  const definition = testSagaOf([undoable('first'), refusing('second')], { settle: () => [replaced] })
  expect(await saga.run(begun, definition)).toEqual(saga.ended(begun, 'not-mine'))
  expect(await saga.incidents(begun)).toEqual([])
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'RUNNING', generation: 2 })
})

test('a cancelling that comes in between stops the saga before its next step, the pivot included', async () => {
  for (const stopped of ['third', 'pivot']) {
    const begun = await beginTestSaga(database.db)
    const told: unknown[] = []
    const third = stopped === 'third' ? [undoable('third')] : []
    const definition = testSagaOf([undoable('first'), undoable('second'), ...third, onward('pivot', 'pivot')], {
      stopsOnCancel: true,
      settle: refusal => {
        told.push(refusal)
        return [onward('settled')]
      },
    })
    expect(await runCancelledAfter('second', begun, definition)).toEqual(saga.ended(begun, 'UNDONE'))
    expect(await saga.notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
    expect(told).toEqual([{ reason: 'cancel-requested', step: stopped }])
  }
})

test('a cancelling that comes after the pivot stops nothing, and neither does one in a saga that does not listen', async () => {
  const late = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot'), onward('after')], { stopsOnCancel: true })
  expect(await runCancelledAfter('pivot', late, definition)).toEqual(saga.ended(late, 'COMPLETED'))
  expect(await saga.notes(late)).toEqual(['first', 'pivot', 'after'])

  const deaf = await beginTestSaga(database.db)
  const steps = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  expect(await runCancelledAfter('first', deaf, steps)).toEqual(saga.ended(deaf, 'COMPLETED'))
})

test('a saga whose run the engine lost at any moment ends as if nothing had happened, and each effect is one', async () => {
  const names = ['first', 'call', 'pivot', 'last']
  const definition = testSagaOf([
    undoable('first'),
    outside('call', async () => ({ outcome: 'done' })),
    onward('pivot', 'pivot'),
    onward('last'),
  ])
  for (const lostAt of names) {
    const begun = await beginTestSaga(database.db)
    const lost = new Promise<never>(() => undefined)
    const dying = createTestEngine({ afterStep: async id => (id === lostAt ? await lost : undefined) })
    void runSaga(saga.deps, definition, begun.start, dying)
    await expect.poll(async () => (await saga.stepRow(begun, lostAt))?.status).toBe('DONE')
    await database.db.saga.update({ where: { id: begun.saga.id }, data: { leaseUntil: new Date(0) } })
    const stalled = (await listStalledSagas(database.db, 100)).find(({ id }) => id === begun.saga.id)
    expect(stalled).toMatchObject({ generation: 1, input: begun.start.input })
    await saga.resume(begun, 'RUNNING')
    expect(await saga.run(begun, definition, 2)).toEqual(saga.ended(begun, 'COMPLETED'))
    expect(await saga.notes(begun)).toEqual(['first', 'call-done', 'pivot', 'last'])
  }
})

test('one start that is delivered twice at once: each effect is one, and the saga ends once', async () => {
  for (const [last, end, noted] of [
    [onward('last'), 'COMPLETED', ['first', 'call-done', 'last']],
    [refusing('last'), 'UNDONE', ['first', 'call-done', 'undo-call', 'undo-first', 'settled']],
  ] as const) {
    const begun = await beginTestSaga(database.db)
    const definition = testSagaOf([undoable('first'), outside('call', async () => ({ outcome: 'done' })), last], {
      settle: () => [onward('settled')],
    })
    const ends = await Promise.all([saga.run(begun, definition), saga.run(begun, definition)])
    for (const { ended } of ends) expect([end, 'not-mine']).toContain(ended)
    expect(ends).toContainEqual(saga.ended(begun, end))
    expect(await saga.notes(begun)).toEqual(noted)
    expect(await saga.sagaRow(begun)).toMatchObject({ status: end })
  }
})

test('a run that was replaced before it failed puts nothing in front of a person: its saga has ended well', async () => {
  const begun = await beginTestSaga(database.db)
  let replaced = false
  const slow = onward('slow', 'pivot', {
    run: async () => {
      if (!replaced) {
        replaced = true
        await saga.resume(begun, 'RUNNING')
        expect(await saga.run(begun, testSagaOf([onward('quick', 'pivot')]), 2)).toEqual(saga.ended(begun, 'COMPLETED'))
      }
      throw new Error('not any more')
    },
  })
  await saga.run(begun, testSagaOf([slow], { holdsOn: () => true }))
  expect(await saga.sagaRow(begun)).toMatchObject({ status: 'COMPLETED' })
  expect(await saga.incidents(begun)).toEqual([])
  expect(await saga.needsAttention(begun)).toBe(false)
})
