import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../saga/open-incident.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { type StoppedSaga, stopTestSaga } from '../testing/stop-test-saga.ts'
import { retryIncident } from './retry-incident.ts'

let database: TestDatabase
let orderId: string
beforeAll(async () => {
  database = await createTestDatabase()
  orderId = (await seedReservedOrder(database.db)).orderId
})
afterAll(() => database.drop())

const retry = (incidentId: string, operatorId = 'op_1') =>
  retryIncident(database.db, { incidentId, operatorId, leaseSeconds: 30, correlationId: 'cor_retry' })
const failedCharge: StoppedSaga = {
  orderId: null,
  steps: [{ stepId: 'confirm-stock' }, { stepId: 'charge-card', status: 'FAILED' }],
  at: 'charge-card',
}
const stop = (changed: Partial<StoppedSaga> = {}) => stopTestSaga(database.db, { ...failedCharge, orderId, ...changed })
const sagaOf = (id: string) => database.db.saga.findUniqueOrThrow({ where: { id } })
const stepOf = (sagaId: string, stepId: string) =>
  database.db.sagaStep.findUniqueOrThrow({ where: { sagaId_stepId: { sagaId, stepId } } })
const resumesOf = (sagaId: string) =>
  database.db.outbox.findMany({
    where: { name: 'saga/resumed', payload: { path: ['sagaId'], equals: sagaId } },
    select: { payload: true },
  })
const auditOf = (subject: string) => database.db.auditEntry.findMany({ where: { subject } })

test('a saga that stopped goes on, its failed step anew; the incident stays open until it ends well', async () => {
  const { sagaId, incidentId } = await stop()
  await retry(incidentId)
  expect(await sagaOf(sagaId)).toMatchObject({ status: 'RUNNING', generation: 2, endedAt: null })
  expect(await stepOf(sagaId, 'charge-card')).toMatchObject({ status: 'FAILED' })
  expect(await stepOf(sagaId, 'confirm-stock')).toMatchObject({ status: 'DONE' })
  expect(await resumesOf(sagaId)).toMatchObject([{ payload: { name: 'pay-order', generation: 2 } }])
  expect(await database.db.incident.findUnique({ where: { id: incidentId } })).toMatchObject({ resolvedAt: null })
  expect(await auditOf(incidentId)).toMatchObject([
    { actorKind: 'operator', actorId: 'op_1', action: 'incident.retry', orderId, details: { sagaId, generation: 2 } },
  ])
})

test('the one reason for many is written down with each', async () => {
  const { incidentId } = await stop()
  const request = { incidentId, operatorId: 'op_1', leaseSeconds: 30, correlationId: 'cor_retry' }
  await retryIncident(database.db, { ...request, reason: 'the depot is open again' })
  expect(await auditOf(incidentId)).toMatchObject([{ action: 'incident.retry', reason: 'the depot is open again' }])
})

test('of operators who retry one incident at once one wins; the others learn that it moved on, and it runs once', async () => {
  const { sagaId, incidentId } = await stop()
  const answers = await Promise.allSettled(
    ['op_1', 'op_2', 'op_3', 'op_4'].map(operator => retry(incidentId, operator)),
  )
  expect(answers.filter(answer => answer.status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected')
      expect(answer.reason).toMatchObject({ code: 'incident-moved-on', details: { reason: 'saga-running' } })
  expect(await resumesOf(sagaId)).toHaveLength(1)
  expect(await auditOf(incidentId)).toHaveLength(1)
})

test('a refused step is tried anew only on the way that the saga goes', async () => {
  const steps = [{ stepId: 'charge-card', status: 'REFUSED', result: { reason: 'card-declined' } }] as const
  const forward = await stop({ steps, kind: 'saga-held' })
  await retry(forward.incidentId)
  expect(await stepOf(forward.sagaId, 'charge-card')).toMatchObject({ status: 'FAILED', result: null })
  const back = await stop({ steps, direction: 'UNDOING' })
  await retry(back.incidentId)
  expect(await stepOf(back.sagaId, 'charge-card')).toMatchObject({ status: 'REFUSED' })
  const settling = [...steps, { stepId: 'put-order-back', kind: 'forward-only', status: 'REFUSED' }] as const
  const settle = await stop({ steps: settling, direction: 'UNDOING', at: 'put-order-back' })
  await retry(settle.incidentId)
  expect(await stepOf(settle.sagaId, 'put-order-back')).toMatchObject({ status: 'FAILED' })
  expect(await stepOf(settle.sagaId, 'charge-card')).toMatchObject({ status: 'REFUSED' })
})

test('an event that could not be handled is sent anew under a new id, once, and its incident closes at once', async () => {
  const eventId = newId('event', new Date())
  const event = { name: 'webhook/received', payload: { provider: 'carrier', eventId } }
  const sagaId = `handle-webhooks:carrier:${eventId}`
  await openIncident(database.db, {
    orderId: null,
    sagaId,
    stepId: 'handle',
    kind: 'event-failed',
    detail: 'no',
    event,
  })
  const incident = await database.db.incident.findFirstOrThrow({ where: { sagaId } })
  const answers = await Promise.allSettled([retry(incident.id), retry(incident.id, 'op_2')])
  expect(answers.map(answer => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  const where = { name: 'webhook/received', payload: { path: ['eventId'], equals: eventId } }
  expect(await database.db.outbox.findMany({ where })).toMatchObject([{ correlationId: 'cor_retry' }])
  expect(await database.db.incident.findUnique({ where: { id: incident.id } })).toMatchObject({
    resolution: 'retried',
    resolvedAt: expect.any(Date),
  })
  expect(await auditOf(incident.id)).toHaveLength(1)
})

test('what is about no saga that stopped is refused with the reason, and nothing is written', async () => {
  await openIncident(database.db, { orderId, sagaId: 'x', stepId: 'p', kind: 'parcel-lost', detail: 'lost' })
  const lost = await database.db.incident.findFirstOrThrow({ where: { kind: 'parcel-lost' } })
  await expect(retry(lost.id)).rejects.toMatchObject({
    code: 'repair-not-possible',
    details: { reason: 'nothing-to-repair' },
  })
  const ended = await stop()
  await database.db.saga.update({ where: { id: ended.sagaId }, data: { status: 'COMPLETED' } })
  await expect(retry(ended.incidentId)).rejects.toMatchObject({ code: 'incident-moved-on' })
  await expect(retry(newId('incident', new Date()))).rejects.toMatchObject({ code: 'not-found' })
  expect(await auditOf(lost.id)).toEqual([])
  expect(await auditOf(ended.incidentId)).toEqual([])
})
