import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../saga/open-incident.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { markWebhookHandled } from './get-webhook.ts'
import { storeWebhook } from './store-webhook.ts'
import { tellWebhooksAgain } from './tell-webhooks-again.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const store = async (secondsAgo: number): Promise<string> => {
  const eventId = `evt_${randomBytes(8).toString('hex')}`
  const webhook = { provider: 'payment', eventId, type: 'charge.dispute.created', body: '{}', matters: true } as const
  await storeWebhook(database.db, { ...webhook, succeededPaymentId: null, correlationId: 'cor_test' })
  const receivedAt = new Date(Date.now() - secondsAgo * 1000)
  await database.db.webhookInbox.updateMany({ where: { eventId }, data: { receivedAt } })
  return eventId
}
const timesTold = (eventId: string) =>
  database.db.outbox.count({ where: { name: 'webhook/received', payload: { path: ['eventId'], equals: eventId } } })

test('a webhook on which nobody has acted in its time is told again; a fresh, a handled and a failed one are not', async () => {
  const [lost, fresh, handled, failed] = [await store(60), await store(5), await store(60), await store(60)]
  await markWebhookHandled(database.db, 'payment', handled)
  const sagaId = `handle-webhooks:payment:${failed}`
  await openIncident(database.db, { orderId: null, sagaId, stepId: 'handle', kind: 'event-failed', detail: 'broken' })
  expect(await tellWebhooksAgain(database.db, 30, 10)).toBe(1)
  expect(await Promise.all([lost, fresh, handled, failed].map(timesTold))).toEqual([2, 1, 1, 1])
})

test('they are told in bounded numbers, the longest waiting first', async () => {
  const waiting = [await store(500), await store(400), await store(300)]
  await tellWebhooksAgain(database.db, 200, 2)
  expect(await Promise.all(waiting.map(timesTold))).toEqual([2, 2, 1])
})
