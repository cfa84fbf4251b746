import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIncident } from '../saga/open-incident.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { readAttention } from './read-attention.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const endSagas = () => database.db.saga.updateMany({ data: { status: 'COMPLETED' } })

test('a shop in which all has ended well holds nothing and needs nobody', async () => {
  await bringTestOrder(database.db, 'COMPLETED')
  await bringTestOrder(database.db, 'SHIPPING')
  await endSagas()
  const none = { amountMinor: '0', currency: 'KRW' }
  expect(await readAttention(database.db)).toEqual({
    counts: { stuck: 0, retrying: 0, undoing: 0, undoFailed: 0, incidents: 0 },
    oldest: null,
    moneyHeld: { amount: none, orders: 0 },
    stockHeld: { units: 0, orders: 0 },
  })
})

test('sagas that stand still, try again or go back are counted apart; the oldest problem is named with its order', async () => {
  const { db } = database
  const { orderId, paymentId } = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  await endSagas()
  const saga = { name: 'pay-order', orderId, status: 'RUNNING', correlationId: 'cor_x' }
  const leaseUntil = new Date(Date.now() + 60_000)
  const step = { position: 1, kind: 'undoable' }
  await db.saga.create({ data: { ...saga, id: 'a', leaseUntil: new Date(0) } })
  await db.saga.create({
    data: {
      ...saga,
      id: 'b',
      leaseUntil,
      steps: { create: [{ ...step, stepId: 'charge-card', status: 'FAILED', attempts: 2 }] },
    },
  })
  await db.saga.create({
    data: { ...saga, id: 'c', leaseUntil, direction: 'UNDOING', refusal: { reason: 'declined' } },
  })
  await openIncident(db, { orderId: null, sagaId: 'z', stepId: 'send', kind: 'event-failed', detail: 'later' })
  await openIncident(db, { orderId, sagaId: 'c', stepId: 'undo:charge-card', kind: 'undo-failed', detail: 'first' })
  await db.incident.updateMany({ where: { sagaId: 'c' }, data: { openedAt: new Date(Date.now() - 60_000) } })
  await db.payment.update({ where: { id: paymentId }, data: { chargeRef: `ch_${paymentId}` } })
  const told = await readAttention(db)
  expect(told.counts).toEqual({ stuck: 1, retrying: 1, undoing: 1, undoFailed: 1, incidents: 2 })
  expect(told.oldest).toMatchObject({
    kind: 'undo-failed',
    detail: 'first',
    orderId,
    orderNumber: expect.stringMatching(/^\d+$/),
  })
  expect(told.moneyHeld).toEqual({ amount: { amountMinor: '28000', currency: 'KRW' }, orders: 1 })
  expect(told.stockHeld).toEqual({ units: 1, orders: 1 })
})

test('money of an order that is paid and waits for its confirmation is held, and what was given back of it is not', async () => {
  const { db } = database
  await endSagas()
  const before = await readAttention(db)
  const { paymentId } = await bringTestOrder(db, 'PAID')
  await endSagas()
  const held = async () => BigInt((await readAttention(db)).moneyHeld.amount.amountMinor)
  expect((await held()) - BigInt(before.moneyHeld.amount.amountMinor)).toBe(28_000n)
  await db.payment.update({ where: { id: paymentId }, data: { cardRefundedMinor: 8_000n } })
  expect((await held()) - BigInt(before.moneyHeld.amount.amountMinor)).toBe(20_000n)
})
