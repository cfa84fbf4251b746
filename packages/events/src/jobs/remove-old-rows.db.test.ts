import { newId } from '@makegood/core/ids'
import { createTestDatabase } from '@makegood/db/testing/create-test-database'
import { placeTestOrder } from '@makegood/db/testing/place-test-order'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDeps } from '../testing/test-deps.ts'
import { removeOld } from './remove-old-rows.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let deps: ReturnType<typeof createTestDeps>
beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const dayMs = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)

const writeEvent = async (made: Date, sentAt: Date | null): Promise<string> => {
  const id = newId('event', made)
  const data = {
    id,
    name: 'order/completed',
    version: 1,
    payload: {},
    correlationId: 'cor_test',
    createdAt: made,
    sentAt,
  }
  await database.db.outbox.create({ data })
  return id
}

const writeWebhook = async (receivedAt: Date, handledAt: Date | null): Promise<string> => {
  const eventId = newId('event', receivedAt)
  await database.db.webhookInbox.create({
    data: { provider: 'payment', eventId, type: 'payment_intent.succeeded', body: '{}', receivedAt, handledAt },
  })
  return eventId
}

test('events go that were sent longer ago than policy says; unsent, late sent and young ones stay', async () => {
  const { db } = database
  await db.outbox.deleteMany()
  for (let n = 0; n < 7; n += 1) await writeEvent(daysAgo(40), daysAgo(31 + n))
  const stay = [
    await writeEvent(daysAgo(40), null),
    await writeEvent(daysAgo(40), daysAgo(29)),
    await writeEvent(daysAgo(2), daysAgo(2)),
  ]
  expect(await removeOld(deps, 'events', 3)).toEqual({ rows: 7, more: false })
  expect((await db.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(stay.toSorted())
})

test('webhooks go that were handled longer ago than policy says; what waits to be handled stays however old', async () => {
  const { db } = database
  for (let n = 0; n < 5; n += 1) await writeWebhook(daysAgo(50), daysAgo(31))
  const stay = [
    await writeWebhook(daysAgo(50), null),
    await writeWebhook(daysAgo(50), daysAgo(3)),
    await writeWebhook(daysAgo(3), daysAgo(3)),
  ]
  expect(await removeOld(deps, 'webhooks', 2)).toEqual({ rows: 5, more: false })
  expect((await db.webhookInbox.findMany()).map(({ eventId }) => eventId).toSorted()).toEqual(stay.toSorted())
})

test('time limits go that were settled longer ago than policy says; open ones stay, and so does what history says', async () => {
  const { db } = database
  const settled = { settledAt: daysAgo(31), outcome: 'moot' }
  const { orderId } = await placeTestOrder(db, { orderId: newId('order', daysAgo(60)) })
  const { orderId: young } = await placeTestOrder(db)
  const dueAt = daysAgo(50)
  await db.orderLimit.createMany({
    data: [
      { orderId, kind: 'reservation', dueAt, ...settled },
      { orderId, kind: 'payment', dueAt, ...settled },
      { orderId, kind: 'completion', dueAt },
      { orderId: young, kind: 'reservation', dueAt, settledAt: daysAgo(1), outcome: 'moot' },
    ],
  })
  expect(await removeOld(deps, 'limits', 1)).toEqual({ rows: 2, more: false })
  const kept = await db.orderLimit.findMany({ orderBy: { orderId: 'asc' } })
  expect(kept.map(limit => [limit.orderId, limit.kind])).toEqual([
    [orderId, 'completion'],
    [young, 'reservation'],
  ])
  expect(await db.orderHistory.count({ where: { orderId } })).toBe(1)
})
