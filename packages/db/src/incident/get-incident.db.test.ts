import { policySchema, toPolicy } from '@makegood/core/policy'
import type { SagaPlan } from '@makegood/core/saga/describe-repair'
import type { SagaName } from '@makegood/core/saga/saga-starts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { webhookSubject } from '../webhook/webhook-subject.ts'
import { getIncident } from './get-incident.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const planOf = (forward: readonly string[], settle: readonly string[] = []): SagaPlan => {
  const planned = (ids: readonly string[]) => ids.map(stepId => ({ stepId, skips: null }))
  return { forward: planned(forward), settle: planned(settle) }
}
const plans = new Map<SagaName, SagaPlan>([
  ['pay-order', planOf(['confirm-stock', 'charge-card', 'mark-paid', 'confirm-order'], ['put-order-back'])],
  ['cancel-order', planOf(['cancel-shipment', 'mark-cancelled', 'refund-card', 'return-stock', 'finish-cancellation'])],
])
const viewer = { role: 'operations', aloneUpTo: toPolicy(policySchema.parse({})).aloneUpTo } as const

const retryOf = async (sagaId: string) => {
  const { id } = await database.db.incident.findFirstOrThrow({ where: { sagaId } })
  return (await getIncident(database.db, id, 'en', plans, viewer)).acts.retry
}

const keptNews = async (orderId: string, status: 'delivered' | 'handed_over') => {
  const { db } = database
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId, kind: 'DELIVERY' } })
  const eventId = `cev_${status}_${orderId}`
  const type = `shipment.${status}`
  const body = JSON.stringify({ type, data: { shipmentRef } })
  await db.webhookInbox.create({ data: { provider: 'carrier', eventId, type, body } })
  const sagaId = webhookSubject('carrier', eventId)
  const event = { name: 'webhook/received', payload: { provider: 'carrier', eventId } }
  await openIncident(db, { orderId, sagaId, stepId: 'handle', kind: 'event-failed', detail: 'timeout', event })
  return sagaId
}

test('sending the news of a parcel again says beforehand that its order is delivered and its shopper told', async () => {
  const { orderId } = await bringTestOrder(database.db, 'SHIPPING')
  expect((await retryOf(await keptNews(orderId, 'delivered'))).consequences).toMatchObject({
    states: ['DELIVERED'],
    messages: [{ template: 'order-delivered', channels: ['email', 'sms'] }],
  })
  const old = await retryOf(await keptNews(orderId, 'handed_over'))
  expect(old).toMatchObject({ refusal: null, consequences: { states: [], messages: [] }, perhaps: { messages: [] } })
})

test('a parcel’s incident names the parcel as the carrier calls it', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'SHIPPING')
  const { id: parcelId, carrier, trackingNo } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await openIncident(db, {
    orderId,
    sagaId: `fulfil-order:${orderId}`,
    stepId: parcelId,
    kind: 'parcel-lost',
    detail: '',
  })
  const { id } = await db.incident.findFirstOrThrow({ where: { stepId: parcelId } })
  expect(await getIncident(db, id, 'en', plans, viewer)).toMatchObject({ parcel: { carrier, trackingNo } })
})

const stoppedPayment = async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId } = order
  const sagaId = `pay-order:${paymentId}`
  const input = { orderId, paymentId, card: true, wallet: false, coupon: false }
  const stopped = { status: 'NEEDS_ATTENTION', direction: 'UNDOING', refusal: { reason: 'step-failed' } }
  await db.saga.upsert({
    where: { id: sagaId },
    update: { ...stopped, input, endedAt: new Date() },
    create: { id: sagaId, name: 'pay-order', orderId, correlationId: 'cor_x', input, ...stopped, endedAt: new Date() },
  })
  const step = { sagaId, stepId: 'charge-card', position: 2, kind: 'undoable', status: 'FAILED', undoStatus: 'FAILED' }
  await db.sagaStep.create({ data: step })
  await openIncident(db, { orderId, sagaId, stepId: 'undo:charge-card', kind: 'undo-failed', detail: 'no answer' })
  return { ...order, sagaId }
}

test('undoing a payment says whether its order can be paid again, or ends and is told so because its time is over', async () => {
  const { db } = database
  const { sagaId, orderId } = await stoppedPayment()
  expect(await retryOf(sagaId)).toMatchObject({
    consequences: { money: [], states: ['STOCK_RESERVED'], messages: [] },
    perhaps: { money: [{ what: 'back-to-card' }] },
  })
  await db.orderLimit.updateMany({ where: { orderId, kind: 'reservation' }, data: { dueAt: new Date(0) } })
  expect((await retryOf(sagaId)).consequences).toMatchObject({
    stock: [{ what: 'for-sale-again' }],
    states: ['CANCELLED'],
    messages: [{ template: 'order-cancelled', channels: ['email'] }],
  })
})

test('a cancelling that stopped at the carrier says that it cancels the order, gives the money back and tells the shopper', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'PREPARING')
  const sagaId = `cancel-order:can_${orderId}`
  const input = { orderId, cancellationId: `can_${orderId}`, fromStatus: 'PREPARING' }
  const saga = { id: sagaId, name: 'cancel-order', orderId, correlationId: 'cor_x', input, status: 'NEEDS_ATTENTION' }
  await db.saga.create({ data: { ...saga, endedAt: new Date() } })
  const step = { sagaId, stepId: 'cancel-shipment', position: 1, kind: 'forward-only', status: 'FAILED' }
  await db.sagaStep.create({ data: step })
  await openIncident(db, { orderId, sagaId, stepId: 'cancel-shipment', kind: 'saga-held', detail: 'no answer' })
  expect((await retryOf(sagaId)).consequences).toMatchObject({
    money: [{ what: 'back-to-card' }],
    stock: [{ what: 'for-sale-again' }],
    parcels: ['cancelled'],
    states: ['CANCELLED'],
    messages: [{ template: 'order-cancelled' }],
  })
})
