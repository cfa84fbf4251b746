import { beginUndo } from '@makegood/db/saga/begin-undo'
import type { StepRow } from '@makegood/db/saga/saga-ref'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginTestSaga, failing, note, notesOf, outside, type TestData, undoable } from '../testing/test-saga.ts'
import { runStep } from './run-step.ts'
import type { SagaStep, StepInput } from './step-types.ts'
import { undoStep } from './undo-step.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const run = (step: Parameters<typeof runStep<TestData>>[1], input: StepInput<TestData>) => {
  const row: StepRow = { id: step.id, kind: step.kind, position: 1, direction: 'FORWARD', stopsOnCancel: false }
  return runStep(database.db, step, input, row)
}
const turnRound = (input: StepInput<TestData>) =>
  beginUndo(database.db, input.saga, { reason: 'no-more', step: 'elsewhere' })
const undo = (step: SagaStep<TestData>, input: StepInput<TestData>) => undoStep(database.db, step, input)
const stepRow = (sagaId: string, stepId: string) =>
  database.db.sagaStep.findUnique({ where: { sagaId_stepId: { sagaId, stepId } } })
const notes = (orderId: string) => notesOf(database.db, orderId)

test('a step is undone once however often its undo runs, and a step that never began is left alone', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const step = undoable('local')
  await run(step, input)
  await turnRound(input)
  await undo(undoable('never-began'), input)
  expect(await notes(orderId)).toEqual(['local'])
  await Promise.all(Array.from({ length: 5 }, () => undo(step, input)))
  expect(await notes(orderId)).toEqual(['local', 'undo-local'])
  expect(await stepRow(saga.id, 'local')).toMatchObject({ status: 'DONE', undoStatus: 'DONE', undoAttempts: 1 })
})

test('a call whose answer never came is undone by asking with its own key, as it may have happened', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const asked: { key: string; result: unknown }[] = []
  const step = outside('call', () => Promise.reject(new Error('no answer')), {
    undo: async (stepInput, key, result) => {
      asked.push({ key, result })
      return tx => note(tx, stepInput, 'taken-back')
    },
  })
  await expect(run(step, input)).rejects.toThrow('no answer')
  await turnRound(input)
  await undo(step, input)
  expect(asked).toEqual([{ key: `${saga.id}:call`, result: null }])
  expect(await notes(orderId)).toEqual(['taken-back'])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ status: 'FAILED', undoStatus: 'DONE' })
})

test('a call that was killed before its outcome is undone by asking, with all that it recorded', async () => {
  const { input, saga } = await beginTestSaga(database.db)
  const asked: unknown[] = []
  const step = outside('call', () => new Promise(() => undefined), {
    undo: async (_input, key, result) => {
      asked.push({ key, result })
      return async () => undefined
    },
  })
  void run(step, input)
  await expect.poll(async () => (await stepRow(saga.id, 'call'))?.status).toBe('STARTED')
  await turnRound(input)
  await undo(step, input)
  expect(asked).toEqual([{ key: `${saga.id}:call`, result: null }])
})

test('a step that refused at its first attempt left nothing behind, so its undo asks nobody', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const undone: string[] = []
  const takeBack = async () => {
    undone.push('asked')
    return async () => undefined
  }
  const declined = { outcome: 'refused', result: { reason: 'card-declined' } } as const
  const byCall = outside('by-call', async () => declined, { undo: takeBack })
  const byPrepare = outside('by-prepare', async () => declined, {
    prepare: async () => ({ settled: declined }),
    undo: takeBack,
  })
  const local = undoable('local', { run: async () => declined })
  for (const step of [byCall, byPrepare, local]) await run(step, input)
  await turnRound(input)
  for (const step of [byCall, byPrepare, local]) await undo(step, input)
  expect(undone).toEqual([])
  expect(await notes(orderId)).toEqual(['by-call-refused'])
  expect(await stepRow(saga.id, 'by-call')).toMatchObject({ status: 'REFUSED', undoStatus: null, undoAttempts: 0 })
})

test('a step that refused after an attempt without an answer is undone by asking: the first attempt may have happened', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  let attempts = 0
  const step = outside('call', () => Promise.reject(new Error('no answer')), {
    prepare: async () => {
      attempts += 1
      return attempts === 1
        ? { ready: 'letter' }
        : { settled: { outcome: 'refused', result: { reason: 'order-moved-on' } } }
    },
  })
  await expect(run(step, input)).rejects.toThrow('no answer')
  expect(await run(step, input)).toMatchObject({ recorded: { status: 'REFUSED' } })
  await turnRound(input)
  await undo(step, input)
  expect(await notes(orderId)).toEqual(['undo-call'])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ status: 'REFUSED', undoStatus: 'DONE' })
})

test('a local step that failed was rolled back: its undo has nothing to do', async () => {
  const { input, orderId } = await beginTestSaga(database.db)
  const step = undoable('local', { run: failing('local').run })
  await expect(run(step, input)).rejects.toThrow('local is broken')
  await turnRound(input)
  await undo(step, input)
  expect(await notes(orderId)).toEqual([])
})

test('an undo that fails is on record with its attempts and error, and done once it works', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  let broken = true
  const local = undoable('local', {
    undo: async (tx, of) => {
      await note(tx, of, 'undo-local')
      if (broken) throw new Error('the goods are gone')
    },
  })
  const call = outside('call', async () => ({ outcome: 'done' }), {
    undo: async of => {
      if (broken) throw new Error('the gateway is away')
      return tx => note(tx, of, 'undo-call')
    },
  })
  for (const step of [local, call]) await run(step, input)
  await turnRound(input)
  for (const step of [local, call]) {
    await expect(undo(step, input)).rejects.toThrow('g')
    await expect(undo(step, input)).rejects.toThrow('g')
  }
  expect(await notes(orderId)).toEqual(['local', 'call-done'])
  expect(await stepRow(saga.id, 'local')).toMatchObject({
    undoStatus: 'FAILED',
    undoAttempts: 2,
    undoError: 'the goods are gone',
  })
  expect(await stepRow(saga.id, 'call')).toMatchObject({
    undoStatus: 'FAILED',
    undoAttempts: 2,
    undoError: 'the gateway is away',
  })
  broken = false
  for (const step of [local, call]) await undo(step, input)
  expect(await notes(orderId)).toEqual(['local', 'call-done', 'undo-local', 'undo-call'])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ undoStatus: 'DONE', undoError: null, undoAttempts: 3 })
})

test('a run of an older generation undoes nothing, and neither does a saga that goes forward', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const asked: string[] = []
  const call = outside('call', async () => ({ outcome: 'done' }), {
    undo: async () => {
      asked.push('asked')
      return async () => undefined
    },
  })
  const local = undoable('local')
  for (const step of [local, call]) await run(step, input)
  for (const step of [local, call]) await undo(step, input)
  await turnRound(input)
  await database.db.saga.update({ where: { id: saga.id }, data: { generation: 2 } })
  for (const step of [local, call]) await undo(step, input)
  expect(asked).toEqual([])
  expect(await notes(orderId)).toEqual(['local', 'call-done'])
  expect(await stepRow(saga.id, 'local')).toMatchObject({ undoStatus: null, undoAttempts: 0 })
})

test('what an undo asked for is recorded only by the run that the saga belongs to', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const step = outside('call', async () => ({ outcome: 'done' }), {
    undo: async of => {
      await database.db.saga.update({ where: { id: saga.id }, data: { generation: 2 } })
      return tx => note(tx, of, 'undo-call')
    },
  })
  await run(step, input)
  await turnRound(input)
  await undo(step, input)
  expect(await notes(orderId)).toEqual(['call-done'])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ undoStatus: null })
})

test('an answer that comes after the undo was begun is not recorded: what is undone never looks done', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  let answer: (() => void) | undefined
  const step = outside('call', async () => {
    await new Promise<void>(resolve => {
      answer = resolve
    })
    return { outcome: 'done', result: { ref: 'ch_late' } }
  })
  const out = run(step, input)
  await expect.poll(() => answer).toBeDefined()
  await turnRound(input)
  await undo(step, input)
  answer?.()
  expect(await out).toEqual({ stop: 'stale' })
  expect(await notes(orderId)).toEqual(['undo-call'])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ status: 'STARTED', result: null, undoStatus: 'DONE' })
})
