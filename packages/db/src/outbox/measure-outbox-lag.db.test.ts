import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { appendEvents } from './append-events.ts'
import { claimEvents } from './claim-events.ts'
import { measureOutboxLag } from './measure-outbox-lag.ts'
import { newEvent } from './new-event.ts'
import { markEventsSent } from './settle-events.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Events that were written so many seconds ago. */
const append = async (count: number, secondsAgo: number): Promise<void> => {
  const at = new Date(Date.now() - secondsAgo * 1000)
  const events = Array.from({ length: count }, () => ({
    ...newEvent('order/completed', { orderId: newId('order', at) }),
    id: newId('event', at),
  }))
  await appendEvents(database.db, 'cor_test', events)
  await database.db.outbox.updateMany({ where: { id: { in: events.map(({ id }) => id) } }, data: { createdAt: at } })
}

test('the lag is the age of the oldest unsent event, claimed or not, and nothing once all are sent', async () => {
  const { db } = database
  expect(await measureOutboxLag(db)).toEqual({ unsent: 0, lagSeconds: 0 })
  await append(3, 0)
  await append(2, 90)
  const [oldest] = await claimEvents(db, 1, 60)
  const behind = await measureOutboxLag(db)
  expect(behind.unsent).toBe(5)
  expect(behind.lagSeconds).toBeGreaterThanOrEqual(90)
  expect(behind.lagSeconds).toBeLessThan(120)
  expect((await measureOutboxLag(db, 2)).unsent).toBe(2)
  await markEventsSent(db, [oldest?.id ?? ''])
  expect((await measureOutboxLag(db)).unsent).toBe(4)
  const rest = await claimEvents(db, 10, 60)
  await markEventsSent(
    db,
    rest.map(({ id }) => id),
  )
  expect(await measureOutboxLag(db)).toEqual({ unsent: 0, lagSeconds: 0 })
})
