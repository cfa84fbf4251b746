import { canTransition, type OrderStatus, orderStatuses, orderTransitions } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const move = (orderId: string, to: string) =>
  database.db.$executeRaw`update "order" set status = ${to}, version = version + 1 where id = ${orderId}`

const read = (orderId: string) =>
  database.db.order.findUniqueOrThrow({ where: { id: orderId }, select: { status: true, version: true } })

/** The shortest way through core's table from PENDING to a state. */
const wayTo = (goal: OrderStatus): readonly OrderStatus[] => {
  const ways: OrderStatus[][] = [['PENDING']]
  for (const way of ways) {
    const last = way.at(-1)
    if (last === goal) return way
    const next = orderTransitions.filter(row => row.from === last && !way.includes(row.to))
    ways.push(...next.map(row => [...way, row.to]))
  }
  throw new Error(`no way to ${goal}`)
}

const placeAt = async (status: OrderStatus): Promise<string> => {
  const { orderId } = await placeTestOrder(database.db)
  for (const next of wayTo(status).slice(1)) await move(orderId, next)
  return orderId
}

test("the database's table of moves is core's", async () => {
  const rows = await database.db.orderTransition.findMany()
  const inDatabase = new Set(rows.map(row => `${row.fromStatus} -> ${row.toStatus}`))
  expect(inDatabase).toEqual(new Set(orderTransitions.map(row => `${row.from} -> ${row.to}`)))
})

test.each(orderStatuses)(
  'from %s the database refuses every move outside the table, and names both states',
  async from => {
    const orderId = await placeAt(from)
    const before = await read(orderId)
    expect(before.status).toBe(from)
    for (const to of orderStatuses.filter(status => status !== from && !canTransition(from, status))) {
      await expect(move(orderId, to)).rejects.toThrow(`illegal order transition: ${from} -> ${to}`)
    }
    await expect(move(orderId, from)).rejects.toThrow('illegal order version')
    await expect(move(orderId, 'LOST')).rejects.toThrow(`illegal order transition: ${from} -> LOST`)
    expect(await read(orderId)).toEqual(before)
  },
)

test.each(orderTransitions.map(row => [row.from, row.to] as const))(
  'the database lets %s become %s',
  async (from, to) => {
    const orderId = await placeAt(from)
    await move(orderId, to)
    expect((await read(orderId)).status).toBe(to)
  },
)

test('a state changes with the next version only, and a version with the state only', async () => {
  const { orderId } = await placeTestOrder(database.db)
  const { db } = database
  for (const version of [0, 1, 3])
    await expect(
      db.order.update({ where: { id: orderId }, data: { status: 'STOCK_RESERVED', version } }),
    ).rejects.toThrow('illegal order version')
  await expect(db.order.update({ where: { id: orderId }, data: { version: 2 } })).rejects.toThrow(
    'illegal order version',
  )
  await db.order.update({ where: { id: orderId }, data: { needsAttention: true } })
  expect(await read(orderId)).toEqual({ status: 'PENDING', version: 1 })
})

test('an order starts in PENDING at version 1, with an owner, and numbers start at 100001', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const { number, ...order } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect(number).toBeGreaterThanOrEqual(100_001n)
  const create = (changes: Partial<typeof order>) => db.order.create({ data: { ...order, id: 'another', ...changes } })
  await expect(create({ status: 'PAID' })).rejects.toThrow('illegal order start')
  await expect(create({ version: 2 })).rejects.toThrow('illegal order start')
  await expect(create({ visitorHash: null })).rejects.toThrow('order_has_owner')
  await expect(create({ totalMinor: -1n })).rejects.toThrow('order_total')
})

test('history is append-only', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const history = await db.orderHistory.findMany({ where: { orderId } })
  expect(history).toHaveLength(1)
  await expect(db.orderHistory.updateMany({ where: { orderId }, data: { reason: 'other' } })).rejects.toThrow(
    'append-only',
  )
  await expect(db.orderHistory.deleteMany({ where: { orderId } })).rejects.toThrow('append-only')
  expect(await db.orderHistory.findMany({ where: { orderId } })).toEqual(history)
})
