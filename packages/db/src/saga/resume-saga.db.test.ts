import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { beginUndo } from './begin-undo.ts'
import { endSaga } from './end-saga.ts'
import { extendLease } from './extend-lease.ts'
import { loadSaga } from './load-saga.ts'
import { openIncident } from './open-incident.ts'
import { listStalledSagas, type ResumableSaga, resumeSaga } from './resume-saga.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.saga.updateMany({ where: { status: 'RUNNING' }, data: { status: 'COMPLETED' } })
})

/** A saga that has begun, written with the event of a placed order. */
const begunSaga = async () => {
  const { orderId } = await placeTestOrder(database.db)
  const id = `reserve-order:${orderId}`
  const resumable: ResumableSaga = { id, name: 'reserve-order', generation: 1, input: { orderId } }
  const ref = { id, name: 'reserve-order', orderId, correlationId: 'cor_test', generation: 1, leaseSeconds: 30 }
  return { id, orderId, resumable, ref }
}
type Begun = Awaited<ReturnType<typeof begunSaga>>

const sagaRow = (id: string) => database.db.saga.findUniqueOrThrow({ where: { id } })
const lapse = (id: string, secondsAgo = 1) =>
  database.db.saga.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - secondsAgo * 1000) } })
const resumedOf = (id: string) =>
  database.db.outbox.findMany({ where: { name: 'saga/resumed', payload: { path: ['sagaId'], equals: id } } })
const resume = ({ resumable }: Begun, from: 'RUNNING' | 'NEEDS_ATTENTION' = 'RUNNING', generation = 1) =>
  resumeSaga(database.db, { ...resumable, generation }, from, 30)
const attention = async ({ orderId }: Begun) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).needsAttention

test('of ten that start a saga again at once one does: one generation more, one event', async () => {
  for (const from of ['RUNNING', 'NEEDS_ATTENTION'] as const) {
    const begun = await begunSaga()
    await database.db.saga.update({ where: { id: begun.id }, data: { status: from } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => resume(begun, from)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await sagaRow(begun.id)).toMatchObject({ generation: 2, status: 'RUNNING', endedAt: null })
    const { id: sagaId, orderId } = begun
    const { correlationId } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
    expect(await resumedOf(begun.id)).toMatchObject([
      { correlationId, payload: { sagaId, name: 'reserve-order', generation: 2, input: { orderId } } },
    ])
  }
})

test('a saga that has ended, or stands otherwise than is believed, is not started again', async () => {
  for (const status of ['COMPLETED', 'UNDONE'] as const) {
    const begun = await begunSaga()
    await endSaga(database.db, begun.ref, status)
    for (const from of ['RUNNING', 'NEEDS_ATTENTION'] as const) expect(await resume(begun, from)).toBe(false)
    expect(await sagaRow(begun.id)).toMatchObject({ status, generation: 1 })
    expect(await resumedOf(begun.id)).toEqual([])
  }
  const running = await begunSaga()
  expect(await resume(running, 'NEEDS_ATTENTION')).toBe(false)
  expect(await resume(running, 'RUNNING', 2)).toBe(false)
})

test('only sagas without progress within their lease are stalled, the longest silent first, never more than asked for', async () => {
  const [old, young, alive, ended] = [await begunSaga(), await begunSaga(), await begunSaga(), await begunSaga()]
  await lapse(young.id, 10)
  await lapse(old.id, 20)
  await lapse(ended.id, 30)
  await endSaga(database.db, ended.ref, 'NEEDS_ATTENTION')
  const stalled = await listStalledSagas(database.db, 10)
  expect(stalled).toEqual([old.resumable, young.resumable])
  expect(await listStalledSagas(database.db, 1)).toEqual([old.resumable])
  await resume(old)
  expect((await listStalledSagas(database.db, 10)).map(saga => saga.id)).toEqual([young.id])
  expect((await sagaRow(alive.id)).generation).toBe(1)
})

test('a saga that waits for something outside is not stalled while it may wait, and an older run cannot let it wait', async () => {
  const begun = await begunSaga()
  await lapse(begun.id)
  expect(await extendLease(database.db, { ...begun.ref, generation: 2 }, 3600)).toBe(false)
  expect(await listStalledSagas(database.db, 10)).toHaveLength(1)
  expect(await extendLease(database.db, begun.ref, 3600)).toBe(true)
  expect(await listStalledSagas(database.db, 10)).toEqual([])
})

test('an older run ends nothing, turns nothing round and is told that the saga is not its own', async () => {
  const begun = await begunSaga()
  await resume(begun)
  const before = await sagaRow(begun.id)
  await endSaga(database.db, begun.ref, 'COMPLETED')
  expect(await beginUndo(database.db, begun.ref, { reason: 'no' })).toBe(false)
  expect(await sagaRow(begun.id)).toEqual(before)
  expect(await loadSaga(database.db, begun.id, 1)).toBeNull()
  expect(await loadSaga(database.db, begun.id, 2)).toMatchObject({ orderId: begun.orderId, direction: 'FORWARD' })
})

test('a saga turns round once and keeps its first reason; one that has ended keeps its first end', async () => {
  const begun = await begunSaga()
  expect(await beginUndo(database.db, begun.ref, { reason: 'card-declined' })).toBe(true)
  expect(await beginUndo(database.db, begun.ref, { reason: 'another' })).toBe(true)
  expect(await sagaRow(begun.id)).toMatchObject({ direction: 'UNDOING', refusal: { reason: 'card-declined' } })
  await endSaga(database.db, begun.ref, 'UNDONE')
  const after = await sagaRow(begun.id)
  await endSaga(database.db, begun.ref, 'COMPLETED')
  expect(await beginUndo(database.db, begun.ref, { reason: 'late' })).toBe(false)
  expect(await sagaRow(begun.id)).toEqual(after)
})

const incident = ({ orderId, id }: Begun, stepId = 'a-step') =>
  ({ orderId, sagaId: id, stepId, kind: 'step-failed', detail: 'broken' }) as const

test('one incident for each saga, step and kind; what fails again after it was resolved is open anew and counted', async () => {
  const begun = await begunSaga()
  await Promise.all(Array.from({ length: 5 }, () => openIncident(database.db, incident(begun))))
  await openIncident(database.db, { ...incident(begun), kind: 'undo-failed' })
  const rows = await database.db.incident.findMany({ where: { sagaId: begun.id }, orderBy: { kind: 'asc' } })
  expect(rows).toMatchObject([
    { kind: 'step-failed', occurrences: 5 },
    { kind: 'undo-failed', occurrences: 1 },
  ])
  const [{ id, openedAt } = { id: '', openedAt: new Date() }] = rows
  const resolved = { resolvedAt: new Date(), resolution: 'done', resolvedBy: 'usr_operator', note: 'seen to' }
  await database.db.incident.update({
    where: { id },
    data: { ...resolved, openedAt: new Date(openedAt.getTime() - 60_000) },
  })
  await openIncident(database.db, { ...incident(begun), detail: 'x'.repeat(2000) })
  const again = await database.db.incident.findUniqueOrThrow({ where: { id } })
  expect(again).toMatchObject({ occurrences: 6, resolvedAt: null, resolution: null, resolvedBy: null, note: null })
  expect(again.detail).toHaveLength(1000)
  expect(again.openedAt.getTime()).toBeGreaterThanOrEqual(openedAt.getTime())
})

test('the incidents of a saga that was started again and ended well are closed with it; its order stays marked for others', async () => {
  for (const end of ['COMPLETED', 'UNDONE'] as const) {
    const begun = await begunSaga()
    await openIncident(database.db, incident(begun))
    await openIncident(database.db, { ...incident(begun), sagaId: `pay-order:${begun.orderId}` })
    await endSaga(database.db, begun.ref, 'NEEDS_ATTENTION')
    await resume(begun, 'NEEDS_ATTENTION')
    await endSaga(database.db, { ...begun.ref, generation: 2 }, end)
    const rows = await database.db.incident.findMany({ where: { orderId: begun.orderId }, orderBy: { sagaId: 'asc' } })
    expect(rows).toMatchObject([
      { sagaId: `pay-order:${begun.orderId}`, resolvedAt: null },
      { sagaId: begun.id, resolution: 'went-on', resolvedAt: expect.any(Date) },
    ])
    expect(await attention(begun)).toBe(true)
  }
})

test('an end that is not well, or of an older run, closes no incident', async () => {
  const begun = await begunSaga()
  await openIncident(database.db, incident(begun))
  await endSaga(database.db, begun.ref, 'NEEDS_ATTENTION')
  await resume(begun, 'NEEDS_ATTENTION')
  await resume(begun, 'RUNNING', 2)
  await endSaga(database.db, { ...begun.ref, generation: 2 }, 'COMPLETED')
  await endSaga(database.db, { ...begun.ref, generation: 3 }, 'NEEDS_ATTENTION')
  expect(await database.db.incident.findFirst({ where: { sagaId: begun.id } })).toMatchObject({ resolvedAt: null })
  expect(await attention(begun)).toBe(true)
})
