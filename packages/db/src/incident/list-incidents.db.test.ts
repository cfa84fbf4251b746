import { listIncidentsInput } from '@makegood/core/saga/incident-inputs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../saga/open-incident.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { closeIncident } from './close-incident.ts'
import { groupIncidents } from './group-incidents.ts'
import { listIncidentActs } from './list-incident-acts.ts'
import { listIncidents } from './list-incidents.ts'
import { resolveIncident } from './resolve-incident.ts'
import { retryIncident } from './retry-incident.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const list = async (wanted: object) =>
  (await listIncidents(database.db, listIncidentsInput.parse(wanted))).incidents.map(({ id }) => id)

const hold = async (code: string) => {
  const { orderId } = await placeTestOrder(database.db)
  const stopped = await stopTestSaga(database.db, {
    name: 'cancel-order',
    orderId,
    steps: [{ stepId: 'refund-card', status: 'REFUSED' }],
    at: 'refund-card',
  })
  const detail = JSON.stringify({ reason: 'not-refundable', gatewayCode: code, step: 'refund-card' })
  await database.db.incident.update({ where: { id: stopped.incidentId }, data: { detail } })
  return { ...stopped, orderId }
}

test('incidents are found by kind, saga, step, code, age, order number and id, and only those', async () => {
  const { db } = database
  const old = await hold('expired_card')
  const young = await hold('balance_low')
  const { orderId } = await placeTestOrder(db)
  await openIncident(db, { orderId, sagaId: 'x', stepId: 'shipping-start', kind: 'shipping-late', detail: 'late' })
  await db.incident.update({ where: { id: old.incidentId }, data: { openedAt: new Date(Date.now() - 2 * 86_400_000) } })
  const { number } = await db.order.findUniqueOrThrow({ where: { id: young.orderId } })
  expect(await list({ saga: 'cancel-order' })).toEqual([young.incidentId, old.incidentId])
  expect(await list({ code: 'expired_card' })).toEqual([old.incidentId])
  expect(await list({ age: 'day' })).toEqual([old.incidentId])
  expect(await list({ age: 'week' })).toEqual([])
  expect(await list({ step: 'shipping-start' })).toHaveLength(1)
  expect(await list({ kind: 'step-failed', saga: 'pay-order' })).toEqual([])
  for (const search of [`#${number}`, String(number), young.orderId, young.sagaId, young.incidentId])
    expect(await list({ search })).toEqual([young.incidentId])
  expect(await list({ search: "'; drop table incident" })).toEqual([])
})

test('what failed by one cause is one group, and what is closed is in none', async () => {
  const { db } = database
  const before = (await groupIncidents(db)).open
  const same = [await hold('same_cause'), await hold('same_cause'), await hold('same_cause')]
  const groupOf = async () => (await groupIncidents(db)).groups.find(({ code }) => code === 'same_cause')
  expect(await groupOf()).toMatchObject({ kind: 'step-failed', stepId: 'refund-card', count: 3 })
  expect((await groupOf())?.incidentIds).toEqual(same.map(({ incidentId }) => incidentId))
  const [first] = same
  await closeIncident(db, { incidentId: first?.incidentId ?? '', resolution: 'resolved', operatorId: null, note: '' })
  expect(await groupOf()).toMatchObject({ count: 2 })
  expect((await groupIncidents(db)).open).toBe(before + 2)
})

test('what is being tried again is in no group any more and says that it goes on; once it stops anew it is back', async () => {
  const { db } = database
  const [tried] = [await hold('tried_again'), await hold('tried_again')]
  const groupOf = async () => (await groupIncidents(db)).groups.find(({ code }) => code === 'tried_again')
  const goesOn = async () =>
    (await listIncidents(db, listIncidentsInput.parse({ search: tried.incidentId }))).incidents.map(row => row.goesOn)
  expect(await goesOn()).toEqual([false])
  await retryIncident(db, {
    incidentId: tried.incidentId,
    operatorId: 'op_1',
    correlationId: 'cor_1',
    leaseSeconds: 30,
  })
  expect(await groupOf()).toMatchObject({ count: 1 })
  expect(await goesOn()).toEqual([true])
  await db.saga.update({ where: { id: tried.sagaId }, data: { status: 'NEEDS_ATTENTION' } })
  expect(await groupOf()).toMatchObject({ count: 2 })
  expect(await goesOn()).toEqual([false])
})

test('who did what with an incident is read from the audit log, the newest first', async () => {
  const { db } = database
  const { incidentId, sagaId } = await hold('done')
  await db.saga.update({ where: { id: sagaId }, data: { status: 'COMPLETED' } })
  await db.user.create({ data: { id: 'usr_op', name: '최민재', email: 'op@example.com' } })
  await resolveIncident(db, { incidentId, operatorId: 'usr_op', reason: 'it is well' })
  expect((await listIncidentActs(db, incidentId)).acts).toMatchObject([
    { actor: 'operator', name: '최민재', action: 'incident.resolve', reason: 'it is well' },
  ])
})
