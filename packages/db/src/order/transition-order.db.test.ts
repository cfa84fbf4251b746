import type { TransitionReason } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { newEvent } from '../outbox/new-event.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { type TransitionRequest, transitionOrder } from './transition-order.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const unknownOrderId = `ord_0${'0'.repeat(25)}`

const reserve = (orderId: string, changes: Partial<TransitionRequest> = {}): TransitionRequest => ({
  orderId,
  from: 'PENDING',
  reason: 'stock-reserved',
  mover: 'system',
  version: 1,
  events: [newEvent('stock/reserved', { orderId })],
  ...changes,
})

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true, version: true },
  }),
  history: await database.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } }),
  events: (await database.db.outbox.findMany({ where: { payload: { path: ['orderId'], equals: orderId } } })).map(
    event => event.name,
  ),
})

test('ten moves at once on one version: one moves, with one history row and one event', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const results = await Promise.all(Array.from({ length: 10 }, () => transitionOrder(db, reserve(orderId))))
  expect(results.filter(result => result.moved)).toEqual([{ moved: true, version: 2 }])
  const { order, history, events } = await read(orderId)
  expect(order).toEqual({ status: 'STOCK_RESERVED', version: 2 })
  expect(history.map(row => [row.version, row.fromStatus, row.toStatus])).toEqual([
    [1, null, 'PENDING'],
    [2, 'PENDING', 'STOCK_RESERVED'],
  ])
  expect(events.sort()).toEqual(['order/created', 'stock/reserved'])
})

test('two different moves at once on one version: one of them wins whole', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const cancel = reserve(orderId, {
    reason: 'stock-insufficient',
    events: [newEvent('order/cancelled', { orderId, reason: 'stock-insufficient' })],
  })
  const results = await Promise.all([transitionOrder(db, reserve(orderId)), transitionOrder(db, cancel)])
  expect(results.filter(result => result.moved)).toHaveLength(1)
  const { order, history, events } = await read(orderId)
  const cancelled = order.status === 'CANCELLED'
  expect(history.at(-1)).toMatchObject({ version: 2, reason: cancelled ? 'stock-insufficient' : 'stock-reserved' })
  expect(events.sort()).toEqual(cancelled ? ['order/cancelled', 'order/created'] : ['order/created', 'stock/reserved'])
})

test('a stale version, another state and an unknown order move nothing and write nothing', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const before = await read(orderId)
  const outbox = await db.outbox.count()
  const opened: Partial<TransitionRequest> = { from: 'STOCK_RESERVED', reason: 'payment-opened', mover: 'shopper' }
  for (const request of [reserve(orderId, { version: 2 }), reserve(orderId, opened), reserve(unknownOrderId)])
    expect(
      await transitionOrder(db, { ...request, events: [newEvent('order/confirmed', { orderId: unknownOrderId })] }),
    ).toEqual({ moved: false })
  expect(await read(orderId)).toEqual(before)
  expect(await db.outbox.count()).toBe(outbox)
})

test('a move that is not in the table, or not for this mover, throws and changes nothing', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const before = await read(orderId)
  await expect(transitionOrder(db, reserve(orderId, { reason: 'paid' }))).rejects.toThrow(
    'an order that is PENDING cannot move for "paid" (only from PAYMENT_PROCESSING)',
  )
  await expect(transitionOrder(db, reserve(orderId, { mover: 'shopper' }))).rejects.toThrow(
    '"stock-reserved" is for system, not for shopper',
  )
  expect(await read(orderId)).toEqual(before)
})

test('state, history and events are written together or not at all', async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const before = await read(orderId)
  const failing = inTransaction(db, async tx => {
    expect(await transitionOrder(tx, reserve(orderId))).toEqual({ moved: true, version: 2 })
    throw new Error('what follows the move failed')
  })
  await expect(failing).rejects.toThrow('what follows the move failed')
  expect(await read(orderId)).toEqual(before)

  const [taken] = await db.outbox.findMany({ take: 1 })
  const event = { ...newEvent('stock/reserved', { orderId }), id: taken?.id ?? '' }
  await expect(transitionOrder(db, reserve(orderId, { events: [event] }))).rejects.toThrow('outbox_pkey')
  expect(await read(orderId)).toEqual(before)
})

test("an order's state is the last one of its history, whatever way it went", async () => {
  const { db } = database
  const { orderId } = await placeTestOrder(db)
  const way: readonly Pick<TransitionRequest, 'from' | 'reason' | 'mover'>[] = [
    { from: 'PENDING', reason: 'stock-reserved', mover: 'system' },
    { from: 'STOCK_RESERVED', reason: 'payment-opened', mover: 'shopper' },
    { from: 'PAYMENT_PROCESSING', reason: 'payment-failed', mover: 'system' },
    { from: 'STOCK_RESERVED', reason: 'payment-opened', mover: 'shopper' },
    { from: 'PAYMENT_PROCESSING', reason: 'paid', mover: 'system' },
    { from: 'PAID', reason: 'confirmed', mover: 'operator' },
  ]
  for (const [index, move] of way.entries())
    await transitionOrder(db, reserve(orderId, { ...move, version: index + 1, events: [], details: { index } }))
  const { order, history } = await read(orderId)
  expect(order).toEqual({ status: 'CONFIRMED', version: 7 })
  expect(history.map(row => row.version)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(history.slice(1).map(row => row.fromStatus)).toEqual(history.slice(0, -1).map(row => row.toStatus))
  const reasons: readonly TransitionReason[] = way.map(move => move.reason)
  expect(history.slice(1).map(row => row.reason)).toEqual(reasons)
  expect(history.at(-1)).toMatchObject({ toStatus: 'CONFIRMED', mover: 'operator', details: { index: 5 } })
})
