import { newId } from '@makegood/core/ids'
import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../testing/create-test-database.ts'
import { removeDelivered } from './remove-delivered.ts'

test('records go that were delivered before a time, in slices; what waits stays however old', async () => {
  const { db, drop } = await createTestDatabase()
  onTestFinished(drop)
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000)
  const write = async (made: Date, deliveredAt: Date | null) => {
    const eventId = newId('event', made)
    await db.dataDelivery.create({
      data: { eventId, orderId: 'ord', name: 'order/processed', record: {}, deliveredAt },
    })
    return eventId
  }
  for (let n = 0; n < 5; n += 1) await write(daysAgo(40), daysAgo(31 + n))
  const stay = [
    await write(daysAgo(90), null),
    await write(daysAgo(40), daysAgo(1)),
    await write(daysAgo(1), daysAgo(1)),
  ]
  expect(await removeDelivered(db, daysAgo(30), 3)).toBe(3)
  expect(await removeDelivered(db, daysAgo(30), 3)).toBe(2)
  expect((await db.dataDelivery.findMany()).map(row => row.eventId).sort()).toEqual(stay.sort())
})
