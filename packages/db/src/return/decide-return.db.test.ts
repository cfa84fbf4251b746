import { newId } from '@makegood/core/ids'
import type { OrderStatus } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '../client.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { completeOrder } from '../order/complete-order.ts'
import { getOrderState } from '../order/get-order-state.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { acceptReturn, rejectReturn } from './decide-return.ts'
import {
  hasOpenReturn,
  listReturnGoods,
  markReturnPickedUp,
  markReturnRefunded,
  type ReceivedLine,
  receiveReturn,
  writeReturnOff,
} from './move-return.ts'
import { requestReturn } from './request-return.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const within = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(database.db, work)

/** A return that is asked for: two of three bowls, or all of them. */
const askedReturn = async (quantity: 2 | 3, status: OrderStatus = 'DELIVERED') => {
  const { variantId } = await seedProductWithStock(database.db, { units: 10, priceMinor: 10_000n })
  const order = await bringTestOrder(database.db, status, { lines: [{ variantId, quantity: 3 }] })
  const { orderId, owner } = order
  const returnId = newId('return', new Date())
  const lines = [{ variantId, quantity }]
  await within(tx => requestReturn(tx, { orderId, owner, returnId, by: 'shopper', reason: 'changed-mind', lines }))
  return { orderId, returnId, variantId }
}
type Asked = Awaited<ReturnType<typeof askedReturn>>

const accept = ({ returnId }: Pick<Asked, 'returnId'>, withoutGoods = false) =>
  within(tx => acceptReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'fine', withoutGoods }))
const reject = ({ returnId }: Pick<Asked, 'returnId'>) =>
  within(tx => rejectReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'used' }))
const receive = ({ returnId }: Pick<Asked, 'returnId'>, lines: readonly ReceivedLine[]) =>
  within(tx => receiveReturn(tx, returnId, lines))

const read = async ({ orderId, returnId }: Asked) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  row: await database.db.returnRequest.findUniqueOrThrow({ where: { id: returnId }, include: { lines: true } }),
  saga: await database.db.saga.findUnique({ where: { id: `return-order:${returnId}` } }),
  told: (await database.db.outbox.findMany({ where: { payload: { path: ['returnId'], equals: returnId } } }))
    .map(event => event.name)
    .sort(),
})

test('a decision is made once: a second one, of either kind and also at once, is told that the return has moved on', async () => {
  for (let round = 0; round < 3; round += 1) {
    const asked = await askedReturn(3)
    const results = await Promise.allSettled([accept(asked), reject(asked), accept(asked), reject(asked)])
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'return-moved-on' })
    const before = await read(asked)
    const { status } = before.row
    for (const decide of [accept, reject])
      await expect(decide(asked)).rejects.toMatchObject({ code: 'return-moved-on', details: { status } })
    expect(await read(asked)).toEqual(before)
  }
  expect(await checkInvariants(database.db)).toEqual([])
})

test('a return that nobody knows is not found', async () => {
  const unknown = { returnId: newId('return', new Date()) }
  for (const decide of [accept, reject]) await expect(decide(unknown)).rejects.toMatchObject({ code: 'not-found' })
  await expect(receive(unknown, [])).rejects.toMatchObject({ code: 'not-found' })
})

test('accepting all of an order returns the order and begins the saga, from the way and from the door alike', async () => {
  for (const from of ['SHIPPING', 'DELIVERED'] as const) {
    const asked = await askedReturn(3, from)
    expect(await accept(asked, from === 'SHIPPING')).toEqual({ orderId: asked.orderId })
    const { order, row, saga, told } = await read(asked)
    expect(order.status).toBe('RETURNED')
    expect(row).toMatchObject({ status: 'ACCEPTED', decidedBy: 'usr_operator', decisionReason: 'fine' })
    const input = { orderId: asked.orderId, returnId: asked.returnId, withoutGoods: from === 'SHIPPING' }
    expect(saga).toMatchObject({ status: 'RUNNING', name: 'return-order', orderId: asked.orderId, input })
    expect(told).toEqual(['order/returned', 'return/accepted', 'return/requested'])
    const last = await database.db.orderHistory.findFirst({
      where: { orderId: asked.orderId },
      orderBy: { version: 'desc' },
    })
    expect(last).toMatchObject({ reason: 'return-accepted', mover: 'operator', moverId: 'usr_operator' })
  }
})

test('accepting a part leaves the order where it is, and begins the saga', async () => {
  const asked = await askedReturn(2)
  await accept(asked)
  const { order, saga, told } = await read(asked)
  expect(order.status).toBe('DELIVERED')
  expect(saga).toMatchObject({ status: 'RUNNING' })
  expect(told).toEqual(['return/accepted', 'return/requested'])
})

test('the part that makes a return of all of it moves the order, although it is a part', async () => {
  const asked = await askedReturn(2)
  await accept(asked)
  await receive(asked, [{ variantId: asked.variantId, restocked: 2, writtenOff: 0 }])
  expect(await within(tx => markReturnRefunded(tx, asked.returnId))).toBe(true)
  const rest = { ...asked, returnId: newId('return', new Date()) }
  const { orderId, returnId } = rest
  await within(tx => requestReturn(tx, { orderId, returnId, by: 'operator', reason: 'faulty' }))
  await accept(rest)
  expect(await read(rest)).toMatchObject({ order: { status: 'RETURNED' }, row: { whole: true, refundMinor: 10_000n } })
})

test('a rejected return says why, begins nothing, and the order can be accepted as bought', async () => {
  const asked = await askedReturn(2)
  const complete = () =>
    within(async tx =>
      completeOrder(tx, { orderId: asked.orderId, ...(await getOrderState(tx, asked.orderId)) }, { mover: 'system' }),
    )
  expect(await within(tx => hasOpenReturn(tx, asked.orderId))).toBe(true)
  expect(await complete()).toBe('return-open')
  await reject(asked)
  const { order, row, saga, told } = await read(asked)
  expect(order.status).toBe('DELIVERED')
  expect(row).toMatchObject({ status: 'REJECTED', decisionReason: 'used', decidedBy: 'usr_operator' })
  expect(saga).toBeNull()
  expect(told).toEqual(['return/rejected', 'return/requested'])
  expect(await complete()).toBe('completed')
  expect(await complete()).toBe('moved-on')
})

test('goods are received only with every unit accounted for, and nothing is written where one is not', async () => {
  const asked = await askedReturn(3)
  const { variantId } = asked
  await expect(receive(asked, [{ variantId, restocked: 3, writtenOff: 0 }])).rejects.toMatchObject({
    code: 'return-moved-on',
    details: { status: 'REQUESTED' },
  })
  await accept(asked)
  const before = await read(asked)
  for (const lines of [
    [],
    [{ variantId, restocked: 2, writtenOff: 0 }],
    [{ variantId, restocked: 3, writtenOff: 1 }],
    [{ variantId, restocked: 4, writtenOff: -1 }],
    [{ variantId: newId('variant', new Date()), restocked: 3, writtenOff: 0 }],
  ])
    await expect(receive(asked, lines)).rejects.toMatchObject({
      code: 'invalid-input',
      details: { variantIds: [variantId] },
    })
  expect(await read(asked)).toEqual(before)
})

test('what was accepted without its goods cannot be received: it is written off', async () => {
  const asked = await askedReturn(3)
  const { variantId } = asked
  await accept(asked, true)
  const before = await read(asked)
  await expect(receive(asked, [{ variantId, restocked: 3, writtenOff: 0 }])).rejects.toMatchObject({
    code: 'return-moved-on',
  })
  expect(await read(asked)).toEqual(before)
})

test('goods are received once, after the pick-up or without word of it, and the saga that waits is woken', async () => {
  for (const pickedUp of [true, false]) {
    const asked = await askedReturn(3)
    const { returnId, variantId } = asked
    await accept(asked)
    if (pickedUp) await within(tx => markReturnPickedUp(tx, returnId))
    expect((await read(asked)).row.status).toBe(pickedUp ? 'PICKED_UP' : 'ACCEPTED')
    const lines = [{ variantId, restocked: 2, writtenOff: 1 }]
    const results = await Promise.allSettled([1, 2, 3].map(() => receive(asked, lines)))
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    const { row, told } = await read(asked)
    expect(row).toMatchObject({ status: 'RECEIVED', lines: [{ quantity: 3, restocked: 2, writtenOff: 1 }] })
    expect(told.filter(name => name === 'return/changed')).toHaveLength(1)
    expect(await within(tx => listReturnGoods(tx, returnId))).toEqual(lines)

    // A carrier's word that comes late changes nothing.
    await within(tx => markReturnPickedUp(tx, returnId))
    expect((await read(asked)).row.status).toBe('RECEIVED')
  }
})

test('the goods of a lost parcel are written off whole, and what was received is not', async () => {
  const lost = await askedReturn(3)
  await accept(lost, true)
  await within(tx => writeReturnOff(tx, lost.returnId))
  expect(await within(tx => listReturnGoods(tx, lost.returnId))).toEqual([
    { variantId: lost.variantId, restocked: 0, writtenOff: 3 },
  ])
  const received = await askedReturn(3)
  await accept(received)
  await receive(received, [{ variantId: received.variantId, restocked: 3, writtenOff: 0 }])
  await within(tx => writeReturnOff(tx, received.returnId))
  expect(await within(tx => listReturnGoods(tx, received.returnId))).toEqual([
    { variantId: received.variantId, restocked: 3, writtenOff: 0 },
  ])
})

test('a return ends once, and only one that was accepted', async () => {
  const asked = await askedReturn(3)
  const end = () => within(tx => markReturnRefunded(tx, asked.returnId))
  expect(await end()).toBe(false)
  await accept(asked)
  expect((await Promise.all([end(), end(), end()])).filter(Boolean)).toHaveLength(1)
  expect((await read(asked)).row).toMatchObject({ status: 'REFUNDED', refundedAt: expect.any(Date) })
  expect(await within(tx => hasOpenReturn(tx, asked.orderId))).toBe(false)
})
