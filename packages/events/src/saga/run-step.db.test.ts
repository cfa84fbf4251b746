import { findRecordOrStop } from '@makegood/db/saga/find-recorded-step'
import type { StepRow } from '@makegood/db/saga/saga-ref'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  askToCancel,
  beginTestSaga,
  failing,
  note,
  notesOf,
  outside,
  type TestData,
  undoable,
} from '../testing/test-saga.ts'
import { runStep } from './run-step.ts'
import type { OutsideStep, SagaStep } from './step-types.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const rowOf = ({ id, kind }: SagaStep<TestData>, changes: Partial<StepRow> = {}): StepRow => ({
  id,
  kind,
  position: 1,
  direction: 'FORWARD',
  stopsOnCancel: false,
  ...changes,
})
const stepRow = (sagaId: string, stepId: string) =>
  database.db.sagaStep.findUnique({ where: { sagaId_stepId: { sagaId, stepId } } })
const sagaRow = (id: string) => database.db.saga.findUniqueOrThrow({ where: { id } })
const notes = (orderId: string) => notesOf(database.db, orderId)

test('a local step that runs ten times at once has its effect once and gives every run the same result', async () => {
  const { input, orderId } = await beginTestSaga(database.db)
  const step = undoable('once')
  const reports = await Promise.all(Array.from({ length: 10 }, () => runStep(database.db, step, input, rowOf(step))))
  expect(await notes(orderId)).toEqual(['once'])
  expect(reports).toEqual(reports.map(() => ({ recorded: { status: 'DONE', result: { by: 'once' } } })))
})

test('a local step that throws after acting leaves no effect, and its attempts and error are on record', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const step = failing('broken')
  for (const _attempt of [1, 2])
    await expect(runStep(database.db, step, input, rowOf(step))).rejects.toThrow('broken is broken')
  expect(await notes(orderId)).toEqual([])
  expect(await stepRow(saga.id, 'broken')).toMatchObject({ status: 'FAILED', attempts: 2, error: 'broken is broken' })
})

test('a second execution that fails for what the first one did answers what the first one recorded', async () => {
  const { input } = await beginTestSaga(database.db)
  let begun = 0
  const step = undoable('once-only', {
    async run() {
      begun += 1
      if (begun > 1) throw new Error('it is there already')
      return { outcome: 'done', result: { first: true } }
    },
  })
  await runStep(database.db, step, input, rowOf(step))
  expect(await runStep(database.db, step, input, rowOf(step))).toEqual({
    recorded: { status: 'DONE', result: { first: true } },
  })
})

test('a run of an older generation writes nothing: no effect, no row, no error, no lease', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  await database.db.saga.update({ where: { id: saga.id }, data: { generation: 2 } })
  const before = await sagaRow(saga.id)
  const calls: string[] = []
  const local = undoable('local')
  const broken = failing('broken')
  const call = outside('call', async (_ready, key) => {
    calls.push(key)
    return { outcome: 'done' }
  })
  expect(await runStep(database.db, local, input, rowOf(local))).toEqual({ stop: 'stale' })
  expect(await runStep(database.db, call, input, rowOf(call))).toEqual({ stop: 'stale' })
  await expect(runStep(database.db, broken, input, rowOf(broken))).rejects.toThrow('broken is broken')
  expect(calls).toEqual([])
  expect(await notes(orderId)).toEqual([])
  expect(await database.db.sagaStep.count({ where: { sagaId: saga.id } })).toBe(0)
  expect(await sagaRow(saga.id)).toEqual(before)
})

test('a run that is replaced while its call is out records nothing of the answer', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const step = outside('call', async () => {
    await database.db.saga.update({ where: { id: saga.id }, data: { generation: 2 } })
    return { outcome: 'done', result: { ref: 'ch_1' } }
  })
  expect(await runStep(database.db, step, input, rowOf(step))).toEqual({ stop: 'stale' })
  expect(await notes(orderId)).toEqual([])
  expect(await stepRow(saga.id, 'call')).toMatchObject({ status: 'STARTED', result: null })
})

test('a call that a killed run left between intent and outcome goes out again with the same key, and its effect is one', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const keys: string[] = []
  let answerTheKilled: (() => void) | undefined
  const step = outside('call', async (_ready, key) => {
    keys.push(key)
    if (keys.length === 1)
      await new Promise<void>(resolve => {
        answerTheKilled = resolve
      })
    return { outcome: 'done', result: { ref: 'ch_1', sent: keys.length } }
  })
  const killed = runStep(database.db, step, input, rowOf(step))
  await expect.poll(() => stepRow(saga.id, 'call')).toMatchObject({ status: 'STARTED', attempts: 1 })
  await expect.poll(() => keys.length).toBe(1)

  await database.db.saga.update({ where: { id: saga.id }, data: { generation: 2 } })
  const resumed = { ...input, saga: { ...saga, generation: 2 } }
  const recorded = { status: 'DONE', result: { ref: 'ch_1', sent: 2 } }
  expect(await runStep(database.db, step, resumed, rowOf(step))).toEqual({ recorded })
  answerTheKilled?.()
  expect(await killed).toEqual({ recorded })
  expect(keys).toEqual([`${saga.id}:call`, `${saga.id}:call`])
  expect(await notes(orderId)).toEqual(['call-done'])
})

test('an outside call carries one key on every attempt, and its intent is on record before it is made', async () => {
  const { input, saga } = await beginTestSaga(database.db)
  const seen: { key: string; status: string | undefined }[] = []
  const step = outside('call', async (_ready, key) => {
    seen.push({ key, status: (await stepRow(saga.id, 'call'))?.status })
    if (seen.length < 3) throw new Error('no answer')
    return { outcome: 'done', result: { ref: 'ch_1' } }
  })
  for (const _attempt of [1, 2])
    await expect(runStep(database.db, step, input, rowOf(step))).rejects.toThrow('no answer')
  expect(await stepRow(saga.id, 'call')).toMatchObject({ status: 'FAILED', attempts: 2, error: 'no answer' })
  await runStep(database.db, step, input, rowOf(step))
  expect(seen).toEqual(Array.from({ length: 3 }, () => ({ key: `${saga.id}:call`, status: 'STARTED' })))
  expect(await stepRow(saga.id, 'call')).toMatchObject({
    status: 'DONE',
    attempts: 3,
    error: null,
    result: { ref: 'ch_1' },
  })
})

test('a step that finds nothing to do makes no call, and one whose record fails is sent again with its key', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const calls: string[] = []
  const call = async (_ready: unknown, key: string) => {
    calls.push(key)
    return { outcome: 'done' } as const
  }
  const settled = { outcome: 'done', result: { nothing: true } } as const
  const idle = outside('idle', call, { prepare: async () => ({ settled }) })
  expect(await runStep(database.db, idle, input, rowOf(idle))).toEqual({
    recorded: { status: 'DONE', result: { nothing: true } },
  })
  expect(calls).toEqual([])

  let recorded = 0
  const step: OutsideStep<TestData> = {
    ...outside('call', call),
    async record(tx, stepInput) {
      recorded += 1
      await note(tx, stepInput, 'recorded')
      if (recorded === 1) throw new Error('the disk is full')
    },
  }
  await expect(runStep(database.db, step, input, rowOf(step))).rejects.toThrow('the disk is full')
  expect(await notes(orderId)).toEqual([])
  await runStep(database.db, step, input, rowOf(step))
  expect(await notes(orderId)).toEqual(['recorded'])
  expect(calls).toEqual([`${saga.id}:call`, `${saga.id}:call`])
})

test('a saga that has turned round takes no forward step, and one that goes forward no step of the way back', async () => {
  const { input, saga, orderId } = await beginTestSaga(database.db)
  const local = undoable('local')
  const call = outside('call', async () => ({ outcome: 'done' }))
  const back = rowOf(local, { direction: 'UNDOING' })
  expect(await runStep(database.db, local, input, back)).toEqual({ stop: 'stale' })
  await database.db.saga.update({
    where: { id: saga.id },
    data: { direction: 'UNDOING', refusal: { reason: 'no-more', step: 'x' } },
  })
  expect(await runStep(database.db, local, input, rowOf(local))).toEqual({ stop: 'stale' })
  expect(await runStep(database.db, call, input, rowOf(call))).toEqual({ stop: 'stale' })
  expect(await notes(orderId)).toEqual([])
  expect(await runStep(database.db, local, input, back)).toMatchObject({ recorded: { status: 'DONE' } })
})

test('an open request to cancel keeps a step from beginning where it stops on one, and from nothing else', async () => {
  const { input, orderId } = await beginTestSaga(database.db)
  await askToCancel(database.db, orderId)
  const [local, call] = [undoable('local'), outside('call', async () => ({ outcome: 'done' }))]
  const stops = { stopsOnCancel: true }
  for (const step of [local, call])
    expect(await runStep(database.db, step, input, rowOf(step, stops))).toEqual({ stop: 'cancel-requested' })
  expect(await notes(orderId)).toEqual([])
  for (const step of [local, call])
    expect(await runStep(database.db, step, input, rowOf(step))).toMatchObject({ recorded: { status: 'DONE' } })
  // What was recorded before the request is still answered.
  for (const step of [local, call])
    expect(await runStep(database.db, step, input, rowOf(step, stops))).toMatchObject({ recorded: { status: 'DONE' } })
})

test('a call that was out when the cancelling was asked is recorded when it comes back', async () => {
  const { input, orderId } = await beginTestSaga(database.db)
  const step = outside('call', async () => {
    await askToCancel(database.db, orderId)
    return { outcome: 'done', result: { ref: 'ch_1' } }
  })
  expect(await runStep(database.db, step, input, rowOf(step, { stopsOnCancel: true }))).toEqual({
    recorded: { status: 'DONE', result: { ref: 'ch_1' } },
  })
})

test('where what stood against a step is gone again, the step is to be tried anew', async () => {
  const { saga } = await beginTestSaga(database.db)
  const row = rowOf(undoable('local'), { stopsOnCancel: true })
  await expect(findRecordOrStop(database.db, saga, row)).rejects.toThrow('nothing stands against it any more')
})
