import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { markPaymentFailed } from '../payment/settle-payment.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { getWebhook, markWebhookHandled } from './get-webhook.ts'
import { type IncomingWebhook, storeWebhook } from './store-webhook.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const webhook = (changes: Partial<IncomingWebhook> = {}): IncomingWebhook => ({
  provider: 'payment',
  eventId: `evt_${randomBytes(8).toString('hex')}`,
  type: 'payment_intent.succeeded',
  body: '{"as":"it came"}',
  matters: true,
  succeededPaymentId: null,
  correlationId: 'cor_test',
  ...changes,
})
const store = (of: IncomingWebhook) => storeWebhook(database.db, of)
const toldOf = (eventId: string) =>
  database.db.outbox.findMany({ where: { name: 'webhook/received', payload: { path: ['eventId'], equals: eventId } } })

test('a webhook that comes ten times at once is stored once, as it came, and told once', async () => {
  const one = webhook()
  const answers = await Promise.all(Array.from({ length: 10 }, () => store(one)))
  expect(answers.filter(answer => answer.stored)).toHaveLength(1)
  expect(await getWebhook(database.db, 'payment', one.eventId)).toMatchObject({ body: one.body, handled: false })
  expect(await toldOf(one.eventId)).toMatchObject([
    { payload: { provider: 'payment', eventId: one.eventId }, correlationId: 'cor_test' },
  ])
})

test('a repeated webhook never changes what was stored, and is not told again, not even with another body', async () => {
  const one = webhook()
  await store(one)
  expect(await store({ ...one, body: '{"as":"forged"}', matters: false })).toEqual({ stored: false })
  expect(await getWebhook(database.db, 'payment', one.eventId)).toMatchObject({ body: one.body, handled: false })
  expect(await toldOf(one.eventId)).toHaveLength(1)
})

test('two providers may use the same id: each is stored and told', async () => {
  const one = webhook()
  expect(await store(one)).toEqual({ stored: true })
  expect(await store({ ...one, provider: 'carrier' })).toEqual({ stored: true })
  expect(await toldOf(one.eventId)).toHaveLength(2)
  await markWebhookHandled(database.db, 'carrier', one.eventId)
  expect(await getWebhook(database.db, 'payment', one.eventId)).toMatchObject({ handled: false })
  expect(await getWebhook(database.db, 'carrier', one.eventId)).toMatchObject({ handled: true })
})

test('a type that is none of the shop’s business is kept and nothing follows', async () => {
  const one = webhook({ matters: false })
  expect(await store(one)).toEqual({ stored: true })
  expect(await getWebhook(database.db, 'payment', one.eventId)).toMatchObject({ body: one.body, handled: true })
  expect(await toldOf(one.eventId)).toEqual([])
})

/** A payment in each of the ways in which the news of its charge may find it. */
const payments = {
  'is being charged': async () => (await bringTestOrder(database.db, 'PAYMENT_PROCESSING')).paymentId,
  'is being given up': async () => {
    const { paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    await database.db.saga.update({
      where: { id: `pay-order:${paymentId}` },
      data: { direction: 'UNDOING', refusal: { reason: 'step-failed' } },
    })
    return paymentId
  },
  'waits for its shopper': async () => {
    const { paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    await database.db.payment.update({ where: { id: paymentId }, data: { actionUrl: 'http://gateway.test/3ds' } })
    return paymentId
  },
  'has succeeded': async () => (await bringTestOrder(database.db, 'PAID')).paymentId,
  'was refunded': async () => {
    const { paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    const refund = { paymentId, source: 'undo', chargeRef: `ch_${paymentId}`, refundRef: `re_${paymentId}` } as const
    await inTransaction(database.db, tx => recordFullRefund(tx, refund))
    return paymentId
  },
  'was given up': async () => {
    const { paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    await markPaymentFailed(database.db, { paymentId, status: 'FAILED', reason: 'given-up', gatewayCode: null })
    return paymentId
  },
  'is not known': async () => 'pay_of_nobody',
}

test.each([
  ['is being charged', 0],
  ['has succeeded', 0],
  ['was refunded', 0],
  ['waits for its shopper', 1],
  ['is being given up', 1],
  ['was given up', 1],
  ['is not known', 1],
] as const)('the news that a charge succeeded whose payment %s is told %i times', async (how, times) => {
  const succeededPaymentId = await payments[how]()
  const one = webhook({ succeededPaymentId })
  expect(await store(one)).toEqual({ stored: true })
  expect(await toldOf(one.eventId)).toHaveLength(times)
  expect(await getWebhook(database.db, 'payment', one.eventId)).toMatchObject({ handled: times === 0 })
})

test('other news of a payment are told in every state', async () => {
  for (const payment of Object.values(payments)) {
    await payment()
    const one = webhook({ type: 'payment_intent.payment_failed' })
    await store(one)
    expect(await toldOf(one.eventId)).toHaveLength(1)
  }
})

test('a webhook is stored and told together or not at all, and handled once', async () => {
  const one = webhook()
  const failing = inTransaction(database.db, async tx => {
    await storeWebhook(tx, one)
    throw new Error('the api fell')
  })
  await expect(failing).rejects.toThrow('the api fell')
  expect(await getWebhook(database.db, 'payment', one.eventId)).toBeNull()
  expect(await toldOf(one.eventId)).toEqual([])
  await store(one)
  await markWebhookHandled(database.db, 'payment', one.eventId)
  const { handledAt } = await database.db.webhookInbox.findFirstOrThrow({ where: { eventId: one.eventId } })
  await markWebhookHandled(database.db, 'payment', one.eventId)
  expect(await database.db.webhookInbox.findFirst({ where: { eventId: one.eventId } })).toMatchObject({ handledAt })
})
