import { randomBytes } from 'node:crypto'
import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getOrderState } from '../order/get-order-state.ts'
import type { Owner } from '../order/owner.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { expectWaiting } from '../testing/expect-waiting.ts'
import { placeTestOrder } from '../testing/place-test-order.ts'
import { getOpenPayment } from './get-open-payment.ts'
import { openPayment } from './open-payment.ts'
import { markPaymentFailed } from './settle-payment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const newPaymentId = () => newId('payment', new Date())
const open = (order: { orderId: string; owner: Owner }, paymentId = newPaymentId()) =>
  openPayment(database.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  history: await database.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } }),
  payments: await database.db.payment.findMany({ where: { orderId }, orderBy: { attempt: 'asc' } }),
  requests: await database.db.outbox.findMany({
    where: { name: 'order/payment.requested', payload: { path: ['orderId'], equals: orderId } },
  }),
})

/** What the saga does when the gateway declines: the attempt ends, the order is put back. */
const decline = async (orderId: string, paymentId: string) => {
  const { db } = database
  await markPaymentFailed(db, { paymentId, status: 'DECLINED', reason: 'declined', gatewayCode: 'card_declined' })
  const { version } = await getOrderState(db, orderId)
  const move = { from: 'PAYMENT_PROCESSING', reason: 'payment-failed', mover: 'system' } as const
  await transitionOrder(db, { ...move, orderId, version, events: [] })
}

test("a payment opens with the order's own amount, and the move, its history and its event come with it", async () => {
  const order = await seedReservedOrder(database.db)
  const paymentId = newPaymentId()
  expect(await open(order, paymentId)).toEqual({ paymentId })
  const after = await read(order.orderId)
  expect(after.order).toMatchObject({ status: 'PAYMENT_PROCESSING', version: 3 })
  expect(after.payments).toMatchObject([
    { id: paymentId, attempt: 1, status: 'OPEN', amountMinor: after.order.totalMinor, currency: 'KRW' },
  ])
  expect(after.history.at(-1)).toMatchObject({ version: 3, reason: 'payment-opened', details: { paymentId } })
  expect(after.requests).toMatchObject([{ payload: { orderId: order.orderId, paymentId } }])
})

test('of payments opened at once exactly one opens, the others are refused as payment-in-progress', async () => {
  for (const rivals of [2, 2, 2, 2, 10]) {
    const order = await seedReservedOrder(database.db)
    const results = await Promise.allSettled(Array.from({ length: rivals }, () => open(order)))
    const refusals = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    expect(refusals).toHaveLength(rivals - 1)
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(DomainError)
      expect(refusal).toMatchObject({ code: 'payment-in-progress' })
    }
    const { order: row, history, payments, requests } = await read(order.orderId)
    expect(row).toMatchObject({ status: 'PAYMENT_PROCESSING', version: 3 })
    expect([history.length, payments.length, requests.length]).toEqual([3, 1, 1])
  }
})

test('the same payment id gives the same answer again, also ten times at once, and opens one payment', async () => {
  for (const times of [2, 10]) {
    const order = await seedReservedOrder(database.db)
    const paymentId = newPaymentId()
    const answers = await Promise.all(Array.from({ length: times }, () => open(order, paymentId)))
    expect(answers).toEqual(answers.map(() => ({ paymentId })))
    const before = await read(order.orderId)
    expect([before.history.length, before.payments.length, before.requests.length]).toEqual([3, 1, 1])
    expect(await open(order, paymentId)).toEqual({ paymentId })
    expect(await read(order.orderId)).toEqual(before)
  }
})

test('a payment that waits while the stock of its order is put aside is opened whole', async () => {
  const { db } = database
  const order = await placeTestOrder(db)
  const paymentId = newPaymentId()
  let answer: Promise<unknown> = Promise.resolve()
  await db.$transaction(async tx => {
    const reserve = { from: 'PENDING', reason: 'stock-reserved', mover: 'system' } as const
    await transitionOrder(tx, { ...reserve, orderId: order.orderId, version: 1, events: [] })
    answer = open(order, paymentId)
    await expectWaiting(db, 1)
  })
  expect(await answer).toEqual({ paymentId })
  const after = await read(order.orderId)
  expect(after.order).toMatchObject({ status: 'PAYMENT_PROCESSING', version: 3 })
  expect(after.payments).toMatchObject([{ id: paymentId, status: 'OPEN' }])
  expect(after.requests).toHaveLength(1)
})

test('a second payment while one is live is refused as payment-in-progress', async () => {
  const order = await seedReservedOrder(database.db)
  await open(order)
  const before = await read(order.orderId)
  await expect(open(order)).rejects.toMatchObject({ code: 'payment-in-progress' })
  expect(await read(order.orderId)).toEqual(before)
})

test('after a declined attempt a new payment opens as the next attempt; the old id opens nothing', async () => {
  const order = await seedReservedOrder(database.db)
  const declined = newPaymentId()
  await open(order, declined)
  await decline(order.orderId, declined)
  const before = await read(order.orderId)
  expect(await open(order, declined)).toEqual({ paymentId: declined })
  expect(await read(order.orderId)).toEqual(before)

  const next = newPaymentId()
  expect(await open(order, next)).toEqual({ paymentId: next })
  const { payments } = await read(order.orderId)
  expect(payments).toMatchObject([
    { id: declined, attempt: 1, status: 'DECLINED' },
    { id: next, attempt: 2, status: 'OPEN' },
  ])
})

test("another's order and an unknown one are not found alike, and nothing changes", async () => {
  const order = await seedReservedOrder(database.db)
  const before = await read(order.orderId)
  const strangers: readonly Owner[] = [
    { userId: null, visitorHash: randomBytes(32).toString('hex') },
    { userId: 'usr_stranger', visitorHash: null },
    (await seedReservedOrder(database.db)).owner,
  ]
  for (const owner of strangers) await expect(open({ ...order, owner })).rejects.toMatchObject({ code: 'not-found' })
  await expect(open({ ...order, orderId: newId('order', new Date()) })).rejects.toMatchObject({ code: 'not-found' })
  await expect(open({ ...order, owner: { userId: null, visitorHash: null } })).rejects.toThrow('an owner must be')
  expect(await read(order.orderId)).toEqual(before)
})

test("a payment id of another's order gives neither that payment nor a second one", async () => {
  const first = await seedReservedOrder(database.db)
  const { paymentId } = await open(first)
  const second = await seedReservedOrder(database.db)
  const before = await read(second.orderId)
  await expect(open(second, paymentId)).rejects.toBeInstanceOf(DomainError)
  expect(await read(second.orderId)).toEqual(before)
})

test('an order that is not reserved cannot be paid, and its state is told', async () => {
  const { db } = database
  const order = await placeTestOrder(db)
  const refusal = (status: string) => ({ code: 'order-not-payable', details: { status } })
  await expect(open(order)).rejects.toMatchObject(refusal('PENDING'))
  const cancel = { from: 'PENDING', reason: 'stock-insufficient', mover: 'system' } as const
  await transitionOrder(db, { ...cancel, orderId: order.orderId, version: 1, events: [] })
  await expect(open(order)).rejects.toMatchObject(refusal('CANCELLED'))
  expect((await read(order.orderId)).payments).toEqual([])
})

test('an order that is being cancelled takes no payment, though it still waits for one', async () => {
  const order = await seedReservedOrder(database.db)
  await database.db.order.update({ where: { id: order.orderId }, data: { cancelling: true } })
  const before = await read(order.orderId)
  await expect(open(order)).rejects.toMatchObject({ code: 'cancel-in-progress' })
  expect(await read(order.orderId)).toEqual(before)
})

test('an open payment is read with its order locked: whoever moves the order waits for the reader', async () => {
  const { db } = database
  const order = await seedReservedOrder(db)
  const { orderId } = order
  const { paymentId } = await open(order)
  const [moving] = await db.$transaction(async tx => {
    expect(await getOpenPayment(tx, orderId, paymentId)).toMatchObject({ paymentId, orderVersion: 3 })
    const moving = decline(orderId, paymentId)
    await expectWaiting(db, 1)
    return [moving]
  })
  await moving
  expect(await getOpenPayment(db, orderId, paymentId)).toBeNull()
})
