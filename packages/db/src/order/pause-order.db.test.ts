import { newId } from '@makegood/core/ids'
import { listOrdersInput } from '@makegood/core/order/order-filters'
import { listSystemSagasInput } from '@makegood/core/system/views'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { retryIncident } from '../incident/retry-incident.ts'
import { listDueIncidents } from '../incident/try-again.ts'
import { countDueLimits } from '../limit/count-due-limits.ts'
import { findLastDue, listDueLimits } from '../limit/list-due-limits.ts'
import { countSagas } from '../saga/count-sagas.ts'
import { listSystemSagas } from '../system/list-system-sagas.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { readAttention } from '../today/read-attention.ts'
import { getOperatorOrder } from './get-operator-order.ts'
import { listOrders } from './list-orders.ts'
import { pauseOrder } from './pause-order.ts'
import { resumeOrder } from './resume-order.ts'

let database: TestDatabase
let operatorId: string
beforeAll(async () => {
  database = await createTestDatabase()
  operatorId = await createTestShopper(database.db)
})
afterAll(() => database.drop())

const newPause = () => newId('pause', new Date())
const pause = (orderId: string, pauseId = newPause(), reason = 'the address is asked about') =>
  pauseOrder(database.db, { orderId, pauseId, operatorId, reason }).then(() => pauseId)
const resume = (orderId: string, pauseId: string) =>
  resumeOrder(database.db, { orderId, pauseId, operatorId, leaseSeconds: 30 })
const audits = (orderId: string) =>
  database.db.auditEntry.findMany({
    where: { orderId, action: { in: ['order.pause', 'order.resume'] } },
    orderBy: { at: 'asc' },
  })
const pausedIds = async () =>
  (await listOrders(database.db, listOrdersInput.parse({ sagas: ['paused'] }))).orders.map(({ id }) => id)
const attention = (seconds = 3600) => readAttention(database.db, { id: operatorId, role: 'operations' }, seconds)

test('of ten who pause one order at once one does; the others are told that it is paused, and by whom', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => pause(orderId)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'order-paused', details: { by: '김하나' } })
  expect(await database.db.orderPause.count({ where: { orderId } })).toBe(1)
  expect(await audits(orderId)).toMatchObject([
    { action: 'order.pause', actorId: operatorId, reason: 'the address is asked about' },
  ])
})

test('the same request again pauses once, and one pause is ended once', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const pauseId = await pause(orderId)
  await pause(orderId, pauseId)
  await resume(orderId, pauseId)
  await expect(resume(orderId, pauseId)).rejects.toMatchObject({ code: 'pause-moved-on' })
  // Whoever sends the first request once more has paused nothing anew.
  await pause(orderId, pauseId)
  expect((await getOperatorOrder(database.db, orderId, 'en')).pause).toBeNull()
  expect((await audits(orderId)).map(({ action }) => action)).toEqual(['order.pause', 'order.resume'])
})

test('who resumes ends the pause that was seen, not a later one of somebody else', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const first = await pause(orderId)
  await resume(orderId, first)
  const second = await pause(orderId)
  await expect(resume(orderId, first)).rejects.toMatchObject({ code: 'pause-moved-on' })
  expect((await getOperatorOrder(database.db, orderId, 'en')).pause).toMatchObject({ id: second, by: '김하나' })
})

test('an order that has ended and of which nothing is unfinished is not paused, nor one that is not there', async () => {
  const { orderId } = await bringTestOrder(database.db, 'COMPLETED')
  await database.db.saga.updateMany({ where: { orderId }, data: { status: 'COMPLETED', endedAt: new Date() } })
  await expect(pause(orderId)).rejects.toMatchObject({ code: 'order-not-pausable' })
  expect((await getOperatorOrder(database.db, orderId, 'en')).pauseRefusal).toBe('order-not-pausable')
  await expect(pause(newId('order', new Date()))).rejects.toMatchObject({ code: 'not-found' })
})

test('the database lets in one open pause an order, with a reason and whoever ended it, and changes none that has ended', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const pauseId = await pause(orderId)
  const row = { orderId, reason: 'why not', pausedBy: operatorId }
  await expect(database.db.orderPause.create({ data: { id: newPause(), ...row } })).rejects.toThrow('Unique constraint')
  const ended = { resumedAt: new Date(Date.now() + 60_000) }
  await expect(database.db.orderPause.create({ data: { id: newPause(), ...row, ...ended } })).rejects.toThrow(
    'order_pause_resumed',
  )
  await expect(
    database.db.orderPause.create({ data: { id: newPause(), ...row, ...ended, resumedBy: operatorId, reason: ' ' } }),
  ).rejects.toThrow('order_pause_reason')
  await resume(orderId, pauseId)
  await expect(
    database.db.orderPause.update({ where: { id: pauseId }, data: { resumedAt: null, resumedBy: null } }),
  ).rejects.toThrow('order_pause_ended')
})

test('its time limits stand still: none falls due, none is late, and each gets the time back, also one that may count again', async () => {
  const { orderId } = await bringTestOrder(database.db, 'STOCK_RESERVED')
  const dueAt = new Date(Date.now() - 5_000)
  await database.db.orderLimit.updateMany({ where: { orderId }, data: { dueAt } })
  await database.db.orderLimit.create({ data: { orderId, kind: 'payment', dueAt, settledAt: dueAt, outcome: 'moot' } })
  await database.db.orderLimit.create({
    data: { orderId, kind: 'confirmation', dueAt, settledAt: dueAt, outcome: 'enforced' },
  })
  const due = async () => (await listDueLimits(database.db, 100)).filter(limit => limit.orderId === orderId)
  expect(await due()).toHaveLength(1)
  const before = (await countDueLimits(database.db, 100)).due
  const pauseId = await pause(orderId)
  await database.db.orderPause.update({ where: { id: pauseId }, data: { pausedAt: new Date(Date.now() - 600_000) } })
  expect(await due()).toEqual([])
  expect((await countDueLimits(database.db, 100)).due).toBe(before - 1)
  expect(await findLastDue(database.db, [orderId], ['reservation'])).toBeNull()
  await resume(orderId, pauseId)
  const limits = await database.db.orderLimit.findMany({ where: { orderId } })
  const later = Object.fromEntries(
    limits.map(limit => [limit.kind, Math.round((limit.dueAt.getTime() - dueAt.getTime()) / 60_000)]),
  )
  expect(later).toEqual({ reservation: 10, payment: 10, confirmation: 0 })
})

test('a paused order is told as such in its list, on Today and among the sagas, also where no saga of it is under way', async () => {
  const idle = await bringTestOrder(database.db, 'PAID')
  await database.db.saga.updateMany({
    where: { orderId: idle.orderId },
    data: { status: 'COMPLETED', endedAt: new Date() },
  })
  const busy = await bringTestOrder(database.db, 'CONFIRMED')
  const stopped = await bringTestOrder(database.db, 'CONFIRMED')
  await stopTestSaga(database.db, { orderId: stopped.orderId, steps: [{ stepId: 'charge-card' }], at: 'charge-card' })
  await database.db.saga.updateMany({ where: { orderId: busy.orderId }, data: { leaseUntil: new Date(0) } })
  const before = await attention()
  const silentBefore = (await countSagas(database.db, 1000)).stalled
  const ids = [idle.orderId, busy.orderId, stopped.orderId]
  const pauses = []
  for (const orderId of ids) pauses.push(await pause(orderId))
  expect(await pausedIds()).toEqual(expect.arrayContaining(ids))
  const rows = (await listOrders(database.db, listOrdersInput.parse({ sagas: ['paused'] }))).orders
  expect(ids.map(id => rows.find(row => row.id === id)?.saga)).toEqual(['paused', 'paused', 'stopped'])
  const now = await attention()
  expect(now.counts.paused).toBe(before.counts.paused + 3)
  expect(now.counts.stuck).toBeLessThan(before.counts.stuck)
  expect((await countSagas(database.db, 1000)).stalled).toBeLessThan(silentBefore)
  const listed = async (state: string) =>
    (await listSystemSagas(database.db, listSystemSagasInput.parse({ state }), 30)).sagas.map(row => row.orderId)
  expect(await listed('paused')).toContain(busy.orderId)
  expect(await listed('stuck')).not.toContain(busy.orderId)
  expect(await listed('stopped')).toContain(stopped.orderId)
  for (const [index, orderId] of ids.entries()) await resume(orderId, pauses[index] ?? '')
  expect(await pausedIds()).not.toEqual(expect.arrayContaining(ids))
})

test('a pause is told of on Today only once it has lasted for too long, with who and why', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PAID')
  const pauseId = await pause(orderId, newPause(), 'fraud is asked about')
  const told = async () => (await attention(3600)).longPauses.find(row => row.orderId === orderId)
  expect(await told()).toBeUndefined()
  await database.db.orderPause.update({ where: { id: pauseId }, data: { pausedAt: new Date(Date.now() - 3_700_000) } })
  expect(await told()).toMatchObject({ by: '김하나', reason: 'fraud is asked about' })
})

test('the shop does not try the stopped saga of a paused order again by itself', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  const { incidentId } = await stopTestSaga(database.db, {
    orderId,
    steps: [{ stepId: 'charge-card' }],
    at: 'charge-card',
  })
  await database.db.incident.update({ where: { id: incidentId }, data: { nextTryAt: new Date(Date.now() - 1000) } })
  const due = async () => (await listDueIncidents(database.db, 100)).map(({ id }) => id)
  expect(await due()).toContain(incidentId)
  const pauseId = await pause(orderId)
  expect(await due()).not.toContain(incidentId)
  await resume(orderId, pauseId)
  expect(await due()).toContain(incidentId)
})

test('a saga that had stopped is not retried while its order is paused, and is once it goes on', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  const { incidentId, sagaId } = await stopTestSaga(database.db, {
    orderId,
    steps: [{ stepId: 'charge-card', status: 'FAILED' }],
    at: 'charge-card',
  })
  const pauseId = await pause(orderId)
  const retry = () =>
    retryIncident(database.db, { incidentId, operatorId, correlationId: 'cor_test', leaseSeconds: 30 })
  await expect(retry()).rejects.toMatchObject({ code: 'order-paused' })
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({
    status: 'NEEDS_ATTENTION',
    generation: 1,
  })
  await resume(orderId, pauseId)
  await retry()
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({
    status: 'RUNNING',
    generation: 2,
  })
})
