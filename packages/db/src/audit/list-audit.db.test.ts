import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { auditEvents } from './audit-events.ts'
import { listAudit } from './list-audit.ts'
import { writeAudit } from './write-audit.ts'

let database: TestDatabase
let mina: string
let orderId: string
let number: string
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  mina = await createTestShopper(db)
  await db.user.update({ where: { id: mina }, data: { name: 'Mina Ops', email: 'mina@makegood.example' } })
  orderId = (await placeTestOrder(db)).orderId
  number = (await db.order.findUniqueOrThrow({ where: { id: orderId } })).number.toString()
  const operator = { actorKind: 'operator', actorId: mina } as const
  await writeAudit(db, { ...operator, action: 'incident.retry', orderId, subject: 'inc_1', reason: 'again' })
  await writeAudit(db, { ...operator, action: 'coupon.stop', orderId: null, subject: 'cpn_1' })
  for (let n = 0; n < 30; n += 1)
    await writeAudit(db, {
      actorKind: 'system',
      actorId: null,
      action: 'incident.try',
      orderId: null,
      subject: `inc_${n}`,
    })
})
afterAll(() => database.drop())

const list = (filter: Parameters<typeof listAudit>[1] | object) =>
  listAudit(database.db, { limit: 100, ...filter } as Parameters<typeof listAudit>[1])
const actsOf = async (filter: object) => (await list(filter)).entries.map(({ action }) => action)

test('who or what nobody knows finds nothing, never everything', async () => {
  expect(await actsOf({ who: 'nobody' })).toEqual([])
  expect(await actsOf({ who: '%' })).toEqual([])
  expect(await actsOf({ about: '999999999' })).toEqual([])
  expect(await actsOf({ about: "' or 1=1 --" })).toEqual([])
  expect(await actsOf({ act: 'incident.retry-all' })).toEqual([])
  expect(await actsOf({ to: '2020-01-01' })).toEqual([])
})

test('an entry is found by who did it, what it was, what it was about, when, and by all of them together', async () => {
  expect(await actsOf({ who: 'mina@' })).toEqual(['coupon.stop', 'incident.retry'])
  expect(await actsOf({ who: 'MINA o', act: 'coupon.' })).toEqual(['coupon.stop'])
  for (const about of [number, orderId]) expect(await actsOf({ about })).toEqual(['incident.retry'])
  expect(await actsOf({ about: 'cpn_1' })).toEqual(['coupon.stop'])
  expect(await actsOf({ by: 'operator', from: '2026-01-01' })).toEqual(['coupon.stop', 'incident.retry'])
  const [entry] = (await list({ about: number })).entries
  expect(entry).toMatchObject({ actorName: 'Mina Ops', orderNumber: number, reason: 'again', subject: 'inc_1' })
})

test('pages go through everything once, also where entries share a moment', async () => {
  await database.db.$executeRaw`alter table audit_entry disable trigger user`
  await database.db.$executeRaw`update audit_entry set at = '2026-11-26T00:00:00Z' where action = 'incident.try'`
  await database.db.$executeRaw`alter table audit_entry enable trigger user`
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await list({ act: 'incident.', limit: 7, cursor })
    seen.push(...page.entries.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(31)
  expect(new Set(seen).size).toBe(31)
  await expect(list({ cursor: newId('audit', new Date()) })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a thing of an order is found with the events that tell of it, and what was done to it by itself', async () => {
  const { db } = database
  const { orderId: other, paymentId } = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const event = (name: string, payload: object) => ({
    id: newId('event', new Date()),
    name,
    at: new Date(),
    correlationId: 'cor_1',
    payload: { orderId: other, ...payload },
  })
  await auditEvents(db, [event('order/created', {}), event('order/payment.requested', { paymentId })])
  const operator = { actorKind: 'operator', actorId: mina } as const
  await writeAudit(db, { ...operator, action: 'payment.look', orderId: null, subject: paymentId })
  expect((await actsOf({ about: paymentId })).toSorted()).toEqual(['order/payment.requested', 'payment.look'])
  expect(await actsOf({ about: other })).toEqual(expect.arrayContaining(['order/created', 'order/payment.requested']))
  expect(await actsOf({ act: 'order/created' })).toContain('order/created')
  expect(await actsOf({ act: 'order/' })).toContain('order/payment.requested')
  expect(await actsOf({ act: 'payment.look' })).toEqual(['payment.look'])
})
