import { randomBytes } from 'node:crypto'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { markPaymentFailed } from '@makegood/db/payment/settle-payment'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { storeWebhook } from '@makegood/db/webhook/store-webhook'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tryAllDueAgain } from '../jobs/try-incidents-again.ts'
import type { Deps } from '../saga/deps.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { handleWebhook, reportWebhookFailure } from './handle-webhooks.ts'

let database: TestDatabase
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  deps.redis.disconnect()
  await database.drop()
})

type Provider = 'payment' | 'carrier'
const newEventId = () => `evt_${randomBytes(8).toString('hex')}`

/** Stores a webhook as the api does, and handles it as often as it is said. */
const tell = async (provider: Provider, body: Record<string, unknown>, times = 1): Promise<readonly string[]> => {
  const eventId = newEventId()
  const whole = JSON.stringify({ id: eventId, ...body })
  const stored = { provider, eventId, type: String(body.type), body: whole, correlationId: 'cor_test' }
  await storeWebhook(database.db, { ...stored, matters: true, succeededPaymentId: null })
  const answers: string[] = []
  for (let time = 0; time < times; time += 1) answers.push(await handleWebhook(deps, { provider, eventId }))
  return answers
}
const ofGateway = (type: string, object: Record<string, unknown>) => ({
  type,
  created: 1_790_000_000,
  livemode: false,
  data: { object },
})
const intent = (orderId: string, paymentId: string) => ({
  id: `pi_${paymentId}`,
  amount: 28_000,
  amount_received: 28_000,
  currency: 'krw',
  metadata: { key: `pay-order:${paymentId}:charge-card`, orderId, paymentId },
})
const refund = (orderId: string, paymentId: string) => ({
  id: `re_${paymentId}`,
  payment_intent: `ch_${paymentId}`,
  amount: 28_000,
  currency: 'krw',
  status: 'failed',
  failure_reason: 'expired_or_canceled_card',
  metadata: { key: `cancel-order:can_x:refund-card`, orderId },
})
const ofCarrier = (shipmentRef: string, orderId: string, status: string) => ({
  type: `shipment.${status.replace('-', '_')}`,
  createdAt: new Date().toISOString(),
  data: { shipmentRef, key: 'fulfil-order:x', orderId, trackingNo: '6012', kind: 'delivery', status },
})
const incidentsOf = (orderId: string) => database.db.incident.findMany({ where: { orderId } })

test('a webhook that was never stored is not acted on: it throws, to be tried again', async () => {
  for (const provider of ['payment', 'carrier'] as const)
    await expect(handleWebhook(deps, { provider, eventId: 'evt_nobody' })).rejects.toThrow('no webhook evt_nobody')
})

test('a webhook about a parcel that the shop has no row of stands on its order once nobody could place it', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  for (const [of, expected] of [
    [orderId, orderId],
    ['ord_nobody', null],
  ] as const) {
    const eventId = newEventId()
    const body = JSON.stringify({ id: eventId, ...ofCarrier('car_unheard', of, 'handed-over') })
    const received = { provider: 'carrier', eventId } as const
    const stored = { ...received, type: 'shipment.handed_over', body, correlationId: 'cor_test' }
    await storeWebhook(database.db, { ...stored, matters: true, succeededPaymentId: null })
    await reportWebhookFailure(deps, {
      data: { error: { message: 'no parcel car_unheard' }, event: { data: received } },
    })
    const sagaId = `handle-webhooks:carrier:${eventId}`
    const incident = await database.db.incident.findFirstOrThrow({ where: { sagaId } })
    expect(incident).toMatchObject({ kind: 'event-failed', orderId: expected })
  }
  expect(await database.db.order.findUnique({ where: { id: orderId } })).toMatchObject({ needsAttention: true })
})

test('a webhook that cannot be placed yet stays to be handled, and is handled once it can be', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PREPARING')
  const { shipmentRef } = await database.db.shipment.findFirstOrThrow({ where: { orderId } })
  await database.db.shipment.updateMany({ where: { orderId }, data: { shipmentRef: 'car_later' } })
  const eventId = newEventId()
  const body = JSON.stringify({ id: eventId, ...ofCarrier(shipmentRef, orderId, 'handed-over') })
  const stored = {
    provider: 'carrier',
    eventId,
    type: 'shipment.handed_over',
    body,
    correlationId: 'cor_test',
  } as const
  await storeWebhook(database.db, { ...stored, matters: true, succeededPaymentId: null })
  await expect(handleWebhook(deps, { provider: 'carrier', eventId })).rejects.toThrow(`no parcel ${shipmentRef}`)
  expect(await database.db.webhookInbox.findFirst({ where: { eventId } })).toMatchObject({ handledAt: null })
  await database.db.shipment.updateMany({ where: { orderId }, data: { shipmentRef } })
  expect(await handleWebhook(deps, { provider: 'carrier', eventId })).toBe('parcel HANDED_OVER')
  expect(await handleWebhook(deps, { provider: 'carrier', eventId })).toBe('handled before')
})

test('a webhook that came before its time and waits for a person is told again by the shop, once for many lookers, and waits no more once it is handled', async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'PREPARING')
  const { shipmentRef } = await db.shipment.findFirstOrThrow({ where: { orderId } })
  await db.shipment.updateMany({ where: { orderId }, data: { shipmentRef: 'car_early' } })
  const received = { provider: 'carrier', eventId: newEventId() } as const
  const body = JSON.stringify({ id: received.eventId, ...ofCarrier(shipmentRef, orderId, 'handed-over') })
  const stored = { ...received, type: 'shipment.handed_over', body, correlationId: 'cor_test' }
  await storeWebhook(db, { ...stored, matters: true, succeededPaymentId: null })
  const fail = () =>
    reportWebhookFailure(deps, { data: { error: { message: 'no parcel' }, event: { data: received } } })
  const incident = () => db.incident.findFirstOrThrow({ where: { orderId } })
  const tellings = () =>
    db.outbox.count({ where: { name: 'webhook/received', payload: { path: ['eventId'], equals: received.eventId } } })
  const makeDue = async () =>
    db.incident.update({ where: { id: (await incident()).id }, data: { nextTryAt: new Date(0) } })

  const before = await tellings()
  await fail()
  expect(await incident()).toMatchObject({ tries: 0, nextTryAt: expect.any(Date), resolvedAt: null })
  expect(await tryAllDueAgain(deps)).toBe(0)
  await makeDue()
  const tried = await Promise.all(Array.from({ length: 3 }, () => tryAllDueAgain(deps)))
  expect(tried.reduce((sum, count) => sum + count)).toBe(1)
  expect(await tellings()).toBe(before + 1)
  expect(await incident()).toMatchObject({ tries: 1, nextTryAt: expect.any(Date), resolvedAt: null })

  await fail()
  expect(await incident()).toMatchObject({ tries: 1, occurrences: 2, nextTryAt: expect.any(Date) })
  await db.shipment.updateMany({ where: { orderId }, data: { shipmentRef } })
  expect(await handleWebhook(deps, received)).toBe('parcel HANDED_OVER')
  expect(await incident()).toMatchObject({ resolution: 'went-on', nextTryAt: null })
  expect(await db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ needsAttention: false })

  await fail()
  expect(await handleWebhook(deps, received), 'a failure that is told late').toBe('handled before')
  expect(await incident()).toMatchObject({ resolution: 'went-on' })
})

test('a refund that did not arrive is put in front of a person, once: the shop has told the shopper that it would', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAID')
  const failed = ofGateway('refund.failed', refund(orderId, paymentId))
  expect(await tell('payment', failed, 3)).toEqual(['incident opened', 'handled before', 'handled before'])
  expect(await incidentsOf(orderId)).toMatchObject([
    {
      kind: 'refund-failed',
      sagaId: `refund:re_${paymentId}`,
      detail: expect.stringContaining('expired_or_canceled_card'),
      occurrences: 1,
      resolvedAt: null,
    },
  ])
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ needsAttention: true })
})

test('a dispute is put in front of a person with the order that its charge paid for', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAID')
  const dispute = {
    id: 'du_1',
    payment_intent: `ch_${paymentId}`,
    amount: 28_000,
    currency: 'krw',
    reason: 'fraudulent',
  }
  expect(await tell('payment', ofGateway('charge.dispute.created', dispute))).toEqual(['incident opened'])
  expect(await incidentsOf(orderId)).toMatchObject([{ kind: 'dispute', resolvedAt: null }])
})

test('news of a charge wake an open payment, or begin the settling of one that was given up; they make nothing paid', async () => {
  const open = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const succeeded = (order: typeof open) =>
    ofGateway('payment_intent.succeeded', intent(order.orderId, order.paymentId))
  expect(await tell('payment', succeeded(open), 2)).toEqual(['payment woken', 'handled before'])
  expect(await database.db.order.findUniqueOrThrow({ where: { id: open.orderId } })).toMatchObject({
    status: 'PAYMENT_PROCESSING',
  })
  const given = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const declined = { status: 'DECLINED', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  await markPaymentFailed(database.db, { paymentId: given.paymentId, ...declined })
  expect(await tell('payment', succeeded(given))).toEqual(['late payment'])
  expect(await tell('payment', succeeded({ ...open, paymentId: 'pay_of_nobody' }))).toEqual(['no such payment'])
  await database.db.payment.update({ where: { id: given.paymentId }, data: { status: 'OPEN', settledAt: null } })
})

test('what is none of the shop’s business, or no event at all, is handled by doing nothing', async () => {
  const paid = await bringTestOrder(database.db, 'PAID')
  for (const body of [
    { nothing: 'of the kind' },
    ofGateway('customer.created', { id: 'cus_1' }),
    ofGateway('payment_intent.succeeded', { id: 'pi_other', amount: 1, currency: 'krw', metadata: {} }),
    ofGateway('refund.updated', { ...refund(paid.orderId, paid.paymentId), status: 'succeeded' }),
  ])
    expect(await tell('payment', body)).toEqual(['nothing to do'])
  expect(await tell('carrier', { nothing: 'of the kind' })).toEqual(['nothing to do'])
  expect(await incidentsOf(paid.orderId)).toEqual([])
})

test('the moves of a parcel move its order, in whatever order they are told', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PREPARING')
  const { shipmentRef } = await database.db.shipment.findFirstOrThrow({ where: { orderId } })
  const answers = []
  for (const status of ['delivered', 'in-transit', 'handed-over', 'delivered'])
    answers.push(...(await tell('carrier', ofCarrier(shipmentRef, orderId, status))))
  expect(answers).toEqual(['parcel DELIVERED', ...answers.slice(1).map(() => expect.stringContaining('nothing to do'))])
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({ status: 'DELIVERED' })
})
