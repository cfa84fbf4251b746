import { type LimitKind, orderLimits } from '@makegood/core/order/order-limits'
import { orderStatuses } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { findLastDue, listDueLimits, settleMootLimits } from './list-due-limits.ts'
import { lockDueLimit, postponeLimit, reopenLimit, settleLimit } from './settle-limit.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.orderLimit.deleteMany()
})

const kinds = Object.keys(orderLimits) as LimitKind[]
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000)
const setLimit = async (orderId: string, kind: LimitKind, dueAt: Date) => {
  await database.db.orderLimit.upsert({
    where: { orderId_kind: { orderId, kind } },
    create: { orderId, kind, dueAt },
    update: { dueAt, settledAt: null, outcome: null },
  })
}
const limitOf = (orderId: string, kind: LimitKind) =>
  database.db.orderLimit.findUniqueOrThrow({ where: { orderId_kind: { orderId, kind } } })

test.each(orderStatuses)(
  'due limits of an order that is %s: those that mean nothing any more are settled, the others stay',
  async status => {
    const { orderId } = await bringTestOrder(database.db, status)
    for (const kind of kinds) await setLimit(orderId, kind, secondsAgo(5))
    await settleMootLimits(database.db, 100)
    for (const kind of kinds) {
      const meaningful = (orderLimits[kind].inStatuses as readonly string[]).includes(status)
      expect(await limitOf(orderId, kind)).toMatchObject(
        meaningful ? { outcome: null, settledAt: null } : { outcome: 'moot', settledAt: expect.any(Date) },
      )
    }
    const due = kinds.filter(kind => (orderLimits[kind].inStatuses as readonly string[]).includes(status))
    expect((await listDueLimits(database.db, 100)).map(limit => limit.kind)).toEqual(due)
  },
)

test('what is not due yet is neither listed nor settled nor locked, although it means nothing any more', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CANCELLED')
  await setLimit(orderId, 'reservation', secondsAgo(-60))
  expect(await settleMootLimits(database.db, 100)).toBe(0)
  expect(await listDueLimits(database.db, 100)).toEqual([])
  expect(await inTransaction(database.db, tx => lockDueLimit(tx, orderId, 'reservation'))).toBeNull()
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: null })
})

test('the oldest come first, never more than asked for; moot ones are settled within their bound too', async () => {
  const orders = []
  for (const age of [10, 30, 20]) {
    const { orderId } = await bringTestOrder(database.db, 'STOCK_RESERVED')
    await setLimit(orderId, 'reservation', secondsAgo(age))
    await setLimit(orderId, 'payment', secondsAgo(age))
    orders.push({ orderId, age })
  }
  orders.sort((a, b) => b.age - a.age)
  expect(await settleMootLimits(database.db, 2)).toBe(2)
  expect(await settleMootLimits(database.db, 2)).toBe(1)
  expect(await settleMootLimits(database.db, 2)).toBe(0)
  const expected = orders.map(({ orderId }) => ({ orderId, kind: 'reservation' }))
  expect(await listDueLimits(database.db, 2)).toEqual(expected.slice(0, 2))
  expect(await listDueLimits(database.db, 10)).toEqual(expected)
})

test('a moot limit that somebody is at work on is left alone, without waiting for them', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PENDING')
  await setLimit(orderId, 'reservation', secondsAgo(5))
  await database.db.$transaction(async tx => {
    expect(await lockDueLimit(tx, orderId, 'reservation')).toMatchObject({ status: 'PENDING', version: 1 })
    expect(await settleMootLimits(database.db, 10)).toBe(0)
  })
  expect(await settleMootLimits(database.db, 10)).toBe(1)
})

test('a due limit is locked by one at a time, and who comes second sees what the first one did', async () => {
  const { orderId } = await bringTestOrder(database.db, 'STOCK_RESERVED')
  await setLimit(orderId, 'reservation', secondsAgo(5))
  const [second] = await database.db.$transaction(async tx => {
    expect(await lockDueLimit(tx, orderId, 'reservation')).not.toBeNull()
    const waiting = inTransaction(database.db, other => lockDueLimit(other, orderId, 'reservation'))
    await expectWaiting(database.db, 1)
    await settleLimit(tx, orderId, 'reservation', 'enforced')
    return [waiting]
  })
  expect(await second).toBeNull()
})

test('a settled limit keeps what it came to; a postponed one is due later; a moot one can be opened again', async () => {
  const { orderId } = await bringTestOrder(database.db, 'STOCK_RESERVED')
  const { db } = database
  const dueAt = secondsAgo(5)
  await setLimit(orderId, 'reservation', dueAt)
  await reopenLimit(db, orderId, 'reservation')
  await postponeLimit(db, orderId, 'reservation', 60)
  expect((await limitOf(orderId, 'reservation')).dueAt.getTime()).toBeGreaterThan(Date.now() + 50_000)
  await setLimit(orderId, 'reservation', dueAt)
  await settleLimit(db, orderId, 'reservation', 'moot')
  await settleLimit(db, orderId, 'reservation', 'enforced')
  await postponeLimit(db, orderId, 'reservation', 60)
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: 'moot', dueAt })
  await reopenLimit(db, orderId, 'reservation')
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: null, settledAt: null, dueAt })
  await settleLimit(db, orderId, 'reservation', 'enforced')
  await reopenLimit(db, orderId, 'reservation')
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: 'enforced' })
})

test('the last due time is told of open limits of these orders and kinds only', async () => {
  const [first, second] = [
    await bringTestOrder(database.db, 'STOCK_RESERVED'),
    await bringTestOrder(database.db, 'STOCK_RESERVED'),
  ]
  const [near, far] = [secondsAgo(-60), secondsAgo(-120)]
  await setLimit(first.orderId, 'reservation', near)
  await setLimit(second.orderId, 'reservation', far)
  await setLimit(second.orderId, 'payment', secondsAgo(-999))
  const ids = [first.orderId, second.orderId]
  expect(await findLastDue(database.db, ids, ['reservation'])).toEqual(far)
  expect(await findLastDue(database.db, [first.orderId], ['reservation', 'payment'])).toEqual(near)
  await settleLimit(database.db, second.orderId, 'reservation', 'enforced')
  expect(await findLastDue(database.db, ids, ['reservation'])).toEqual(near)
  expect(await findLastDue(database.db, ids, ['completion'])).toBeNull()
})

test('the database knows only these kinds of limits, and a settled one only with what it came to', async () => {
  const { orderId } = await bringTestOrder(database.db, 'PENDING')
  const { db } = database
  await expect(db.orderLimit.create({ data: { orderId, kind: 'forever', dueAt: new Date() } })).rejects.toThrow(
    'order_limit_kind',
  )
  await expect(
    db.orderLimit.create({ data: { orderId, kind: 'payment', dueAt: new Date(), settledAt: new Date() } }),
  ).rejects.toThrow('order_limit_outcome')
})
