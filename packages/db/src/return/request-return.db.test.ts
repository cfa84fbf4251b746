import { randomBytes } from 'node:crypto'
import { defaultDeliveryTerms } from '@makegood/core/delivery/default-terms'
import { newId } from '@makegood/core/ids'
import { orderStatuses } from '@makegood/core/order/order-states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import type { Owner } from '../order/owner.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { type BroughtOrder, bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import type { TestOrder } from '../testing/place-test-order.ts'
import { rejectReturn } from './decide-return.ts'
import { type ReturnRequest, requestReturn } from './request-return.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

type Line = { readonly variantId: string; readonly quantity: number }

/** A delivered order of three bowls for 10,000 and two cups for 4,000 won. */
const deliveredOrder = async (delivery: TestOrder['delivery'] = {}) => {
  const bowl = await seedProductWithStock(database.db, { units: 10, priceMinor: 10_000n })
  const cup = await seedProductWithStock(database.db, { units: 10, priceMinor: 4_000n })
  const lines = [
    { variantId: bowl.variantId, quantity: 3 },
    { variantId: cup.variantId, quantity: 2 },
  ]
  const order = await bringTestOrder(database.db, 'DELIVERED', { lines, delivery })
  return { order, bowl: bowl.variantId, cup: cup.variantId }
}
const newReturnId = () => newId('return', new Date())
const ask = (
  { orderId, owner }: Pick<BroughtOrder, 'orderId' | 'owner'>,
  lines?: readonly Line[],
  changes: Partial<ReturnRequest> = {},
) =>
  inTransaction(database.db, tx =>
    requestReturn(tx, {
      orderId,
      owner,
      returnId: newReturnId(),
      by: 'shopper',
      reason: 'changed-mind',
      ...(lines ? { lines } : {}),
      ...changes,
    }),
  )
const reject = (returnId: string) =>
  inTransaction(database.db, tx => rejectReturn(tx, { returnId, operatorId: 'usr_operator', reason: 'used' }))

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  lines: await database.db.orderLine.findMany({ where: { orderId }, orderBy: { position: 'asc' } }),
  requests: await database.db.returnRequest.findMany({
    where: { orderId },
    orderBy: { requestedAt: 'asc' },
    include: { lines: { orderBy: { quantity: 'desc' } } },
  }),
  events: await database.db.outbox.count({
    where: { name: 'return/requested', payload: { path: ['orderId'], equals: orderId } },
  }),
})

test('more than was bought is refused, in one line or in several, before and after units went back, and nothing is written', async () => {
  const { order, bowl, cup } = await deliveredOrder()
  const before = await read(order.orderId)
  const tooMuch: readonly (readonly Line[])[] = [
    [{ variantId: bowl, quantity: 4 }],
    [{ variantId: bowl, quantity: 0 }],
    [{ variantId: bowl, quantity: -1 }],
    [{ variantId: newId('variant', new Date()), quantity: 1 }],
    [
      { variantId: cup, quantity: 1 },
      { variantId: bowl, quantity: 4 },
    ],
    [
      { variantId: bowl, quantity: 2 },
      { variantId: bowl, quantity: 2 },
    ],
    [],
  ]
  for (const lines of tooMuch) await expect(ask(order, lines)).rejects.toMatchObject({ code: 'return-not-possible' })
  expect(await read(order.orderId)).toEqual(before)

  const returned = await bringTestOrder(database.db, 'DELIVERED')
  await ask(returned)
  await database.db.returnRequest.updateMany({ where: { orderId: returned.orderId }, data: { status: 'REFUNDED' } })
  await expect(ask(returned)).rejects.toMatchObject({ code: 'return-not-possible' })
  // Put right again, so that the invariants hold at the end.
  await database.db.returnRequest.updateMany({ where: { orderId: returned.orderId }, data: { status: 'REQUESTED' } })
})

test.each(orderStatuses)('an order that is %s: only what was dispatched can come back', async status => {
  const order = await bringTestOrder(database.db, status)
  const before = await read(order.orderId)
  if (status === 'SHIPPING' || status === 'DELIVERED') {
    await ask(order)
    expect((await read(order.orderId)).requests).toMatchObject([{ status: 'REQUESTED', whole: true }])
    return
  }
  await expect(ask(order)).rejects.toMatchObject({ code: 'return-not-possible', details: { status } })
  expect(await read(order.orderId)).toEqual(before)
})

test('two returns of one order at once: one is asked for, the other refused, the units are counted once', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { order, bowl, cup } = await deliveredOrder()
    const results = await Promise.allSettled([
      ask(order, [{ variantId: bowl, quantity: 2 }]),
      ask(order, [{ variantId: bowl, quantity: 2 }]),
      ask(order, [{ variantId: cup, quantity: 1 }]),
    ])
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'return-not-possible' })
    const { requests, lines, events } = await read(order.orderId)
    expect([requests.length, events]).toEqual([1, 1])
    const asked = requests[0]?.lines.reduce((sum, line) => sum + line.quantity, 0)
    expect(lines.reduce((sum, line) => sum + line.returnQuantity, 0)).toBe(asked)
  }
})

test('the same request again gives the same answer, also ten times at once, and asks once', async () => {
  const { order, bowl } = await deliveredOrder()
  const returnId = newReturnId()
  const again = () => ask(order, [{ variantId: bowl, quantity: 1 }], { returnId })
  await Promise.all(Array.from({ length: 10 }, again))
  const before = await read(order.orderId)
  expect([before.requests.length, before.events]).toEqual([1, 1])
  expect(before.lines.map(line => line.returnQuantity)).toEqual([1, 0])

  // Also when it is over, where a new one would begin.
  await reject(returnId)
  const rejected = await read(order.orderId)
  await again()
  expect(await read(order.orderId)).toEqual(rejected)
})

test('a part has what its own lines are worth; all that is left makes it whole', async () => {
  const { order, bowl, cup } = await deliveredOrder()
  await ask(order, [
    { variantId: bowl, quantity: 2 },
    { variantId: cup, quantity: 1 },
  ])
  const part = await read(order.orderId)
  expect(part.requests).toMatchObject([
    {
      status: 'REQUESTED',
      whole: false,
      reason: 'changed-mind',
      requestedBy: 'shopper',
      refundMinor: 24_000n,
      lines: [
        { variantId: bowl, quantity: 2, refundMinor: 20_000n },
        { variantId: cup, quantity: 1, refundMinor: 4_000n },
      ],
    },
  ])
  expect(part.lines.map(line => line.returnQuantity)).toEqual([2, 1])
  expect(part.order.status).toBe('DELIVERED')

  const all = await deliveredOrder()
  await ask(all.order)
  expect((await read(all.order.orderId)).requests).toMatchObject([{ whole: true, refundMinor: 38_000n }])
  const named = await deliveredOrder()
  await ask(named.order, [
    { variantId: named.bowl, quantity: 3 },
    { variantId: named.cup, quantity: 2 },
  ])
  expect((await read(named.order.orderId)).requests).toMatchObject([{ whole: true, refundMinor: 38_000n }])
})

test('a rejected return frees its units: they can be asked for again, for the same money', async () => {
  const { order, bowl } = await deliveredOrder()
  const returnId = newReturnId()
  await ask(order, undefined, { returnId })
  await reject(returnId)
  expect((await read(order.orderId)).lines.map(line => line.returnQuantity)).toEqual([0, 0])
  await ask(order, [{ variantId: bowl, quantity: 3 }])
  expect((await read(order.orderId)).requests).toMatchObject([
    { status: 'REJECTED', refundMinor: 38_000n },
    { status: 'REQUESTED', refundMinor: 30_000n, whole: false },
  ])
})

test("another's order and an unknown one are not found alike, not even with the id of its own return", async () => {
  const order = await bringTestOrder(database.db, 'DELIVERED')
  const returnId = newReturnId()
  await ask(order, undefined, { returnId })
  const before = await read(order.orderId)
  const strangers: readonly Owner[] = [
    { userId: null, visitorHash: randomBytes(32).toString('hex') },
    { userId: 'usr_stranger', visitorHash: null },
    (await bringTestOrder(database.db, 'DELIVERED')).owner,
  ]
  for (const owner of strangers)
    for (const id of [returnId, newReturnId()])
      await expect(ask({ ...order, owner }, undefined, { returnId: id })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask({ ...order, orderId: newId('order', new Date()) })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask({ ...order, owner: { userId: null, visitorHash: null } })).rejects.toThrow('an owner must be')
  expect(await read(order.orderId)).toEqual(before)
})

const paidDelivery = { method: 'express', terms: defaultDeliveryTerms } as const

test('what went wrong altogether gives its delivery back, in one step or in two; what did not does not', async () => {
  const faulty = await deliveredOrder(paidDelivery)
  await ask(faulty.order, undefined, { reason: 'arrived-broken' })
  expect((await read(faulty.order.orderId)).requests).toMatchObject([{ whole: true, refundMinor: 44_000n }])

  const unwanted = await deliveredOrder(paidDelivery)
  await ask(unwanted.order, undefined, { reason: 'changed-mind' })
  expect((await read(unwanted.order.orderId)).requests).toMatchObject([{ whole: true, refundMinor: 38_000n }])

  const part = await deliveredOrder(paidDelivery)
  await ask(part.order, [{ variantId: part.bowl, quantity: 3 }], { reason: 'wrong-item' })
  expect((await read(part.order.orderId)).requests).toMatchObject([{ whole: false, refundMinor: 30_000n }])
})

test('a rejected return has no say in why an order went back', async () => {
  const { order } = await deliveredOrder(paidDelivery)
  const returnId = newReturnId()
  await ask(order, undefined, { returnId, reason: 'changed-mind' })
  await reject(returnId)
  await ask(order, undefined, { reason: 'never-arrived' })
  expect((await read(order.orderId)).requests).toMatchObject([
    { status: 'REJECTED', refundMinor: 38_000n },
    { status: 'REQUESTED', refundMinor: 44_000n },
  ])
})
