import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { openIncident } from '../saga/open-incident.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { closeIncident } from './close-incident.ts'
import { resolveIncident } from './resolve-incident.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const open = async (orderId: string, stepId: string) => {
  await openIncident(database.db, { orderId, sagaId: `s:${orderId}`, stepId, kind: 'shipping-late', detail: 'late' })
  return (await database.db.incident.findFirstOrThrow({ where: { orderId, stepId } })).id
}
const resolve = (incidentId: string, reason = 'the carrier came') =>
  resolveIncident(database.db, { incidentId, operatorId: 'op_1', reason })
const needsAttention = async (orderId: string) =>
  (await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).needsAttention

test('an incident whose saga still owes something is not closed: it stays in sight, and whoever tries hears what to do', async () => {
  const { db } = database
  const { orderId } = await seedReservedOrder(db)
  const { sagaId, incidentId } = await stopTestSaga(db, {
    orderId,
    direction: 'UNDOING',
    kind: 'undo-failed',
    steps: [{ stepId: 'charge-card', status: 'FAILED', undoStatus: 'FAILED' }],
    at: 'undo:charge-card',
  })
  await expect(resolve(incidentId, 'all is mended')).rejects.toMatchObject({
    code: 'repair-not-possible',
    details: { reason: 'still-owes', instead: ['retry', 'settle-by-hand'] },
  })
  expect(await db.incident.findUnique({ where: { id: incidentId } })).toMatchObject({ resolvedAt: null })
  expect(await needsAttention(orderId)).toBe(true)
  expect(await db.auditEntry.count({ where: { subject: incidentId } })).toBe(0)

  await db.saga.update({ where: { id: sagaId }, data: { status: 'RUNNING', endedAt: null } })
  await expect(resolve(incidentId)).rejects.toMatchObject({ code: 'incident-moved-on' })
  await db.saga.update({ where: { id: sagaId }, data: { status: 'UNDONE' } })
  await resolve(incidentId)
  expect(await needsAttention(orderId)).toBe(false)
})

test('a resolved incident keeps who closed it and why; its order leaves attention with the last one', async () => {
  const { orderId } = await seedReservedOrder(database.db)
  const [first, second] = [await open(orderId, 'a'), await open(orderId, 'b')]
  await resolve(first)
  expect(await needsAttention(orderId)).toBe(true)
  await resolve(second)
  expect(await needsAttention(orderId)).toBe(false)
  expect(await database.db.incident.findUnique({ where: { id: second } })).toMatchObject({
    resolution: 'resolved',
    resolvedBy: 'op_1',
    note: 'the carrier came',
  })
  expect(await database.db.auditEntry.findFirst({ where: { subject: second } })).toMatchObject({
    action: 'incident.resolve',
    reason: 'the carrier came',
    orderId,
  })
})

test('of two operators who resolve one incident at once one does, and the other learns that it moved on', async () => {
  const { orderId } = await seedReservedOrder(database.db)
  const incidentId = await open(orderId, 'a')
  const answers = await Promise.allSettled([resolve(incidentId, 'one'), resolve(incidentId, 'two')])
  expect(answers.map(answer => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(answer => answer.status === 'rejected')).toMatchObject({ reason: { code: 'incident-moved-on' } })
  expect(await database.db.auditEntry.count({ where: { subject: incidentId } })).toBe(1)
})

test('an order leaves attention also where its last two incidents are closed at once', async () => {
  const { db } = database
  const { orderId } = await seedReservedOrder(db)
  const [first, second] = [await open(orderId, 'a'), await open(orderId, 'b')]
  let last: Promise<void> = Promise.resolve()
  await inTransaction(db, async tx => {
    await closeIncident(tx, { incidentId: first, operatorId: 'op_1', resolution: 'resolved', note: '' })
    last = resolve(second)
    await expectWaiting(db, 1)
  })
  await last
  expect(await needsAttention(orderId)).toBe(false)
})

test('an order stays in attention where an incident is opened while its last one is closed', async () => {
  const { db } = database
  const { orderId } = await seedReservedOrder(db)
  const first = await open(orderId, 'a')
  let closing: Promise<void> = Promise.resolve()
  await inTransaction(db, async tx => {
    await openIncident(tx, { orderId, sagaId: `s:${orderId}`, stepId: 'b', kind: 'shipping-late', detail: 'late' })
    closing = resolve(first)
    await expectWaiting(db, 1)
  })
  await closing
  expect(await needsAttention(orderId)).toBe(true)
})

test('what fails again after it was resolved is in front of a person again', async () => {
  const { orderId } = await seedReservedOrder(database.db)
  const incidentId = await open(orderId, 'a')
  await resolve(incidentId)
  expect(await open(orderId, 'a')).toBe(incidentId)
  expect(await needsAttention(orderId)).toBe(true)
  await resolve(incidentId, 'again')
  expect(await needsAttention(orderId)).toBe(false)
})
