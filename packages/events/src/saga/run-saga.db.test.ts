import { beginUndo } from '@makegood/db/saga/begin-undo'
import { listStalledSagas, resumeSaga } from '@makegood/db/saga/resume-saga'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDeps } from '../testing/test-deps.ts'
import { createTestEngine } from '../testing/test-engine.ts'
import {
  beginTestSaga,
  failing,
  note,
  notesOf,
  onward,
  outside,
  refused,
  refusing,
  type TestData,
  type TestSaga,
  testSagaOf,
  undoable,
} from '../testing/test-saga.ts'
import type { Deps } from './deps.ts'
import { runSaga } from './run-saga.ts'
import type { SagaDefinition, SagaLock } from './saga-definition.ts'
import type { SagaStep } from './step-types.ts'

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

const run = (begun: TestSaga, definition: SagaDefinition<TestData>, generation = 1) =>
  runSaga(deps, definition, { ...begun.start, generation }, createTestEngine())

/** Starts the saga again, as an operator does who has put the cause right. */
const resume = async (begun: TestSaga, from: 'RUNNING' | 'NEEDS_ATTENTION' = 'RUNNING', generation = 1) => {
  const saga = { id: begun.saga.id, name: 'reserve-order', generation, input: { ...begun.start.input } } as const
  expect(await resumeSaga(database.db, saga, from, 30)).toBe(true)
}
const sagaRow = (begun: TestSaga) => database.db.saga.findUniqueOrThrow({ where: { id: begun.saga.id } })
const stepRow = (begun: TestSaga, stepId: string) =>
  database.db.sagaStep.findUnique({ where: { sagaId_stepId: { sagaId: begun.saga.id, stepId } } })
const incidents = (begun: TestSaga) => database.db.incident.findMany({ where: { sagaId: begun.saga.id } })
const needsAttention = async (begun: TestSaga) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: begun.orderId } })).needsAttention
const notes = (begun: TestSaga) => notesOf(database.db, begun.orderId)
const ended = (begun: TestSaga, end: string) => ({ sagaId: begun.saga.id, ended: end })

/** Runs the saga while its order is asked to be cancelled, as soon as this step is done. */
const runCancelledAfter = (stepId: string, begun: TestSaga, definition: SagaDefinition<TestData>) => {
  const request = {
    orderId: begun.orderId,
    fromStatus: 'PENDING',
    status: 'REQUESTED',
    reason: 'asked',
    mover: 'shopper',
  }
  const afterStep = async (id: string) => {
    if (id === stepId) await database.db.cancellation.create({ data: { id: `can_${begun.orderId}`, ...request } })
  }
  return runSaga(deps, definition, begun.start, createTestEngine({ afterStep }))
}

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
  expect(await run(begun, definition)).toEqual(ended(begun, 'UNDONE'))
  expect(asked).toBe(1)
  expect(told).toEqual([{ reason: 'card-declined', step: 'third' }])
  expect(await notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
  expect(await sagaRow(begun)).toMatchObject({
    status: 'UNDONE',
    direction: 'UNDOING',
    refusal: { reason: 'card-declined', step: 'third' },
    currentStep: null,
  })
  expect(await incidents(begun)).toEqual([])
})

test('a step that fails for good turns the saga round like a refusal, and its error is told', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), failing('second'), onward('third', 'pivot')])
  expect(await run(begun, definition)).toEqual(ended(begun, 'UNDONE'))
  expect(await notes(begun)).toEqual(['first', 'undo-first'])
  expect(await stepRow(begun, 'second')).toMatchObject({ status: 'FAILED', attempts: 3 })
  expect((await sagaRow(begun)).refusal).toEqual({ reason: 'step-failed', step: 'second', error: 'second is broken' })
})

test('a pivot that refuses turns the saga round: it is the last step with a way back', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), refusing('pivot', 'no-more', 'pivot'), onward('after')])
  expect(await run(begun, definition)).toEqual(ended(begun, 'UNDONE'))
  expect(await notes(begun)).toEqual(['first', 'undo-first'])
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
  expect(await run(begun, definition)).toEqual(ended(begun, 'NEEDS_ATTENTION'))
  expect(await notes(begun)).toEqual(['first', 'second', 'third', 'undo-third', 'undo-first'])
  expect(await stepRow(begun, 'second')).toMatchObject({
    undoStatus: 'FAILED',
    undoAttempts: 3,
    undoError: 'the gateway is away',
  })
  expect(await incidents(begun)).toMatchObject([
    {
      kind: 'undo-failed',
      stepId: 'undo:second',
      detail: expect.stringContaining('the gateway is away'),
      resolvedAt: null,
    },
  ])
  expect(await needsAttention(begun)).toBe(true)

  // Once the cause is gone a person starts it again: only what is left is undone, and the refusal is settled.
  broken = false
  await resume(begun, 'NEEDS_ATTENTION')
  expect(await run(begun, definition, 2)).toEqual(ended(begun, 'UNDONE'))
  expect((await notes(begun)).slice(5)).toEqual(['undo-second', 'settled'])
  expect(await incidents(begun)).toMatchObject([{ resolution: 'went-on', resolvedAt: expect.any(Date) }])
  expect(await needsAttention(begun)).toBe(false)
})

test('a step whose act may have happened is undone although it never answered', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([
    outside('call', () => Promise.reject(new Error('no answer'))),
    onward('pivot', 'pivot'),
  ])
  expect(await run(begun, definition)).toEqual(ended(begun, 'UNDONE'))
  expect(await notes(begun)).toEqual(['undo-call'])
})

test('after the pivot nothing is undone: what fails for good waits in front of a person, and goes on from there', async () => {
  const begun = await beginTestSaga(database.db)
  const steps = (third: SagaStep<TestData>) =>
    testSagaOf([undoable('first'), onward('second', 'pivot'), third, onward('fourth')])
  expect(await run(begun, steps(failing('third')))).toEqual(ended(begun, 'NEEDS_ATTENTION'))
  expect(await notes(begun)).toEqual(['first', 'second'])
  expect(await sagaRow(begun)).toMatchObject({ status: 'NEEDS_ATTENTION', direction: 'FORWARD' })
  expect(await incidents(begun)).toMatchObject([{ kind: 'step-failed', stepId: 'third', detail: 'third is broken' }])
  expect(await needsAttention(begun)).toBe(true)

  await resume(begun, 'NEEDS_ATTENTION')
  expect(await run(begun, steps(onward('third')), 2)).toEqual(ended(begun, 'COMPLETED'))
  expect(await notes(begun)).toEqual(['first', 'second', 'third', 'fourth'])
  expect(await incidents(begun)).toMatchObject([{ resolution: 'went-on' }])
  expect(await needsAttention(begun)).toBe(false)
})

test('a refusal after the pivot waits in front of a person too', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('second', 'pivot'), refusing('third', 'gone')])
  expect(await run(begun, definition)).toEqual(ended(begun, 'NEEDS_ATTENTION'))
  expect(await notes(begun)).toEqual(['first', 'second'])
  expect(await incidents(begun)).toMatchObject([{ kind: 'step-failed', stepId: 'third' }])
})

test('a refusal that a person must answer holds the saga where it is, with nothing undone; another one does not', async () => {
  const holdsOn = ({ reason }: { readonly reason: string }) => reason === 'not-served'
  const held = await beginTestSaga(database.db)
  expect(await run(held, testSagaOf([undoable('first'), refusing('second', 'not-served')], { holdsOn }))).toEqual(
    ended(held, 'NEEDS_ATTENTION'),
  )
  expect(await notes(held)).toEqual(['first'])
  expect(await sagaRow(held)).toMatchObject({ direction: 'FORWARD', refusal: null })
  expect(await incidents(held)).toMatchObject([
    { kind: 'saga-held', stepId: 'second', detail: expect.stringContaining('not-served') },
  ])

  const other = await beginTestSaga(database.db)
  expect(await run(other, testSagaOf([undoable('first'), refusing('second', 'moved-on')], { holdsOn }))).toEqual(
    ended(other, 'UNDONE'),
  )
})

test('a step of settling that fails for good is put in front of a person: the refusal is not settled unseen', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), refusing('second')], { settle: () => [failing('put-back')] })
  expect(await run(begun, definition)).toEqual(ended(begun, 'NEEDS_ATTENTION'))
  expect(await incidents(begun)).toMatchObject([{ kind: 'step-failed', stepId: 'put-back' }])
})

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
  await run(begun, definition)
  await resume(begun, 'NEEDS_ATTENTION')
  expect(await run(begun, definition, 2)).toEqual(ended(begun, 'COMPLETED'))
  expect(await notes(begun)).toEqual(['first', 'pivot', 'second'])
  expect(seen.at(-1)).toEqual({ first: { by: 'first' }, pivot: null })
})

test('a saga that is resumed on its way back only undoes: no forward step is taken, and the first reason stays', async () => {
  const begun = await beginTestSaga(database.db)
  await run(
    begun,
    testSagaOf([undoable('first'), undoable('second'), failing('third', 'pivot')], { holdsOn: () => true }),
  )
  expect(await notes(begun)).toEqual(['first', 'second'])
  await resume(begun, 'NEEDS_ATTENTION')
  const saga = { ...begun.saga, generation: 2 }
  expect(await beginUndo(database.db, saga, { reason: 'card-declined', step: 'second' })).toBe(true)

  // The run died here: the engine has lost it, and the saga is started again.
  await resume(begun, 'RUNNING', 2)
  const told: unknown[] = []
  const definition = testSagaOf([undoable('first'), undoable('second'), onward('third', 'pivot')], {
    settle: refusal => {
      told.push(refusal)
      return [onward('settled')]
    },
  })
  expect(await run(begun, definition, 3)).toEqual(ended(begun, 'UNDONE'))
  expect(await notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
  expect(told).toEqual([{ reason: 'card-declined', step: 'second' }])
})

test('a run of an older generation ends without a trace, and so does one whose saga has ended', async () => {
  const begun = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  await resume(begun)
  const before = await sagaRow(begun)
  expect(await run(begun, definition)).toEqual(ended(begun, 'not-mine'))
  expect(await sagaRow(begun)).toEqual(before)
  expect(await notes(begun)).toEqual([])

  expect(await run(begun, definition, 2)).toEqual(ended(begun, 'COMPLETED'))
  const after = await sagaRow(begun)
  expect(await run(begun, definition, 2)).toEqual(ended(begun, 'not-mine'))
  expect(await sagaRow(begun)).toEqual(after)
  expect(await notes(begun)).toEqual(['first', 'pivot'])
})

test('a run that is replaced on its way takes no further step, turns nothing round, undoes nothing and ends nothing', async () => {
  for (const how of ['done', 'refused', 'throws'] as const) {
    const begun = await beginTestSaga(database.db)
    const replaced = outside('second', async () => {
      await database.db.saga.update({ where: { id: begun.saga.id }, data: { generation: 2 } })
      if (how === 'throws') throw new Error('no answer')
      return how === 'done' ? { outcome: 'done' } : refused('no')
    })
    expect(await run(begun, testSagaOf([undoable('first'), replaced, onward('third')]))).toEqual(
      ended(begun, 'not-mine'),
    )
    expect(await notes(begun)).toEqual(['first'])
    expect(await sagaRow(begun)).toMatchObject({ status: 'RUNNING', direction: 'FORWARD', generation: 2 })
    expect(await incidents(begun)).toEqual([])
  }
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
    expect(await runCancelledAfter('second', begun, definition)).toEqual(ended(begun, 'UNDONE'))
    expect(await notes(begun)).toEqual(['first', 'second', 'undo-second', 'undo-first', 'settled'])
    expect(told).toEqual([{ reason: 'cancel-requested', step: stopped }])
  }
})

test('a cancelling that comes after the pivot stops nothing, and neither does one in a saga that does not listen', async () => {
  const late = await beginTestSaga(database.db)
  const definition = testSagaOf([undoable('first'), onward('pivot', 'pivot'), onward('after')], { stopsOnCancel: true })
  expect(await runCancelledAfter('pivot', late, definition)).toEqual(ended(late, 'COMPLETED'))
  expect(await notes(late)).toEqual(['first', 'pivot', 'after'])

  const deaf = await beginTestSaga(database.db)
  const steps = testSagaOf([undoable('first'), onward('pivot', 'pivot')])
  expect(await runCancelledAfter('first', deaf, steps)).toEqual(ended(deaf, 'COMPLETED'))
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
    void runSaga(deps, definition, begun.start, dying)
    await expect.poll(async () => (await stepRow(begun, lostAt))?.status).toBe('DONE')
    await database.db.saga.update({ where: { id: begun.saga.id }, data: { leaseUntil: new Date(0) } })
    const stalled = (await listStalledSagas(database.db, 100)).find(({ id }) => id === begun.saga.id)
    expect(stalled).toMatchObject({ generation: 1, input: begun.start.input })
    await resume(begun)
    expect(await run(begun, definition, 2)).toEqual(ended(begun, 'COMPLETED'))
    expect(await notes(begun)).toEqual(['first', 'call-done', 'pivot', 'last'])
  }
})

test('a saga whose lock another one holds does nothing and turns round, and the lock is given back at each end', async () => {
  const held: string[] = []
  const lock = (free: boolean): SagaLock<TestData> => ({
    take: async ({ saga }) => {
      if (free) held.push(saga.id)
      return free
    },
    release: async ({ saga }) => {
      held.splice(held.indexOf(saga.id), 1)
    },
  })
  const barred = await beginTestSaga(database.db)
  expect(await run(barred, testSagaOf([undoable('first')], { lock: lock(false) }))).toEqual(ended(barred, 'UNDONE'))
  expect(await notes(barred)).toEqual([])
  expect((await sagaRow(barred)).refusal).toEqual({ reason: 'in-progress-elsewhere', step: 'lock' })

  for (const last of [onward('second'), refusing('second')]) {
    const begun = await beginTestSaga(database.db)
    await run(begun, testSagaOf([undoable('first'), last], { lock: lock(true) }))
    expect(held).toEqual([])
  }
})

test('a step that has nothing to do leaves no row, and a saga without a row of its own does nothing', async () => {
  const begun = await beginTestSaga(database.db)
  const skipped = undoable('second', { skip: (_data, results) => 'first' in results })
  expect(await run(begun, testSagaOf([undoable('first'), skipped]))).toEqual(ended(begun, 'COMPLETED'))
  expect(await notes(begun)).toEqual(['first'])
  expect(await stepRow(begun, 'second')).toBeNull()

  const unknown = await beginTestSaga(database.db)
  await database.db.saga.delete({ where: { id: unknown.saga.id } })
  expect(await run(unknown, testSagaOf([undoable('first')]))).toEqual(ended(unknown, 'not-mine'))
  expect(await notes(unknown)).toEqual([])
})
