import { randomBytes } from 'node:crypto'
import { newId } from '@makegood/core/ids'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createPrisma, type Db, inTransaction } from '../client.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { appendEvents } from './append-events.ts'
import { claimEvents } from './claim-events.ts'
import { newEvent } from './new-event.ts'
import { giveEventsBack, markEventsSent } from './settle-events.ts'

let database: TestDatabase
let db: Db
beforeEach(async () => {
  database = await createTestDatabase()
  onTestFinished(() => database.drop())
  db = database.db
})

/** This many events in the outbox, their ids oldest first. */
const append = async (count: number): Promise<readonly string[]> => {
  const start = Date.now()
  const events = Array.from({ length: count }, (_, index) => ({
    ...newEvent('order/completed', { orderId: newId('order', new Date()) }),
    id: newId('event', new Date(start + index)),
  }))
  await appendEvents(db, `cor_${randomBytes(8).toString('hex')}`, events)
  return events.map(event => event.id)
}
const claim = async (limit: number, leaseSeconds = 60, from: Db = db) =>
  (await claimEvents(from, limit, leaseSeconds)).map(event => event.id)
const endLeases = () => db.$executeRaw`update outbox set claimed_until = now() - interval '1 second'`

test('claimers of two processes at once never share an event, and together take each once', async () => {
  const ids = await append(200)
  const second = createPrisma(database.url, { poolMax: 5, applicationName: 'second api' })
  onTestFinished(() => second.$disconnect())
  const taken: string[] = []
  // Under contention a round may skip rows that a rival holds; the rounds are bounded, what must end is the events.
  for (let round = 0; round < 20 && taken.length < ids.length; round += 1) {
    const claims = await Promise.all([db, second, db, second, db, second].map(from => claim(10, 60, from)))
    for (const claimed of claims) expect(claimed.length).toBeLessThanOrEqual(10)
    taken.push(...claims.flat())
  }
  expect(taken).toHaveLength(ids.length)
  expect(new Set(taken)).toEqual(new Set(ids))
})

test('the oldest events come first, never more than asked for, with their content', async () => {
  const ids = await append(7)
  expect(await claim(3)).toEqual(ids.slice(0, 3))
  expect(await claim(3)).toEqual(ids.slice(3, 6))
  const [last] = await claimEvents(db, 3, 60)
  expect(last).toMatchObject({ id: ids[6], name: 'order/completed', version: 1, createdAt: expect.any(Date) })
  expect(last?.payload.orderId).toMatch(/^ord_/)
  expect(await claim(3)).toEqual([])
})

test('an event is held for its lease and claimed again when the lease has run out', async () => {
  const ids = await append(3)
  expect(await claim(10)).toEqual(ids)
  expect(await claim(10)).toEqual([])
  await endLeases()
  expect(await claim(10)).toEqual(ids)
  expect(await db.outbox.findMany({ where: { attempts: 2 } })).toHaveLength(3)
})

test('events that are given back are claimed again at once and keep the reason', async () => {
  const ids = await append(3)
  await claim(10)
  await giveEventsBack(db, ids.slice(0, 2), `engine away ${'x'.repeat(600)}`)
  expect(await claim(10)).toEqual(ids.slice(0, 2))
  const errors = (await db.outbox.findMany({ orderBy: { id: 'asc' } })).map(event => event.lastError)
  expect(errors).toEqual([expect.stringMatching(/^engine away x{488}$/), expect.any(String), null])
})

test('a sent event is never claimed again, not even when it is given back too late', async () => {
  const ids = await append(2)
  await claim(10)
  await markEventsSent(db, ids)
  await giveEventsBack(db, ids, 'the answer was lost')
  await endLeases()
  expect(await claim(10)).toEqual([])
  expect(await db.outbox.findMany({ where: { sentAt: null } })).toEqual([])
})

test('an event is in the outbox exactly when its transaction commits', async () => {
  const event = newEvent('order/completed', { orderId: newId('order', new Date()) })
  const failing = inTransaction(db, async tx => {
    await appendEvents(tx, 'cor_test', [event])
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await claim(10)).toEqual([])
  await inTransaction(db, tx => appendEvents(tx, 'cor_test', [event]))
  expect(await claim(10)).toEqual([event.id])
})

test('an event whose payload does not fit the catalogue is never made', () => {
  expect(() => newEvent('order/confirmed', { orderId: 'not-an-order' })).toThrow('must be an id that starts with ord_')
})
