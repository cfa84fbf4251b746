import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { markPaymentFailed } from './settle-payment.ts'
import { findOrderOfCharge, tellPaymentEvent } from './tell-payment-event.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const tell = (paymentId: string, chargeRef: string | null) => tellPaymentEvent(database.db, paymentId, chargeRef)
const toldOf = async (paymentId: string) =>
  (
    await database.db.outbox.findMany({
      where: { name: { in: ['payment/changed', 'payment/late'] }, payload: { path: ['paymentId'], equals: paymentId } },
    })
  ).map(({ name, payload }) => ({ name, payload }))
const lateSaga = (paymentId: string) =>
  database.db.saga.findUnique({ where: { id: `settle-late-payment:${paymentId}` } })

test('a payment that the shop does not know is nothing to it', async () => {
  const unknown = newId('payment', new Date())
  expect(await tell(unknown, 'ch_x')).toBe('no such payment')
  expect(await toldOf(unknown)).toEqual([])
})

test('an open payment is woken, whatever happened to its charge; the news alone makes nothing paid', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const before = await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
  for (const chargeRef of ['ch_x', null]) expect(await tell(paymentId, chargeRef)).toBe('payment woken')
  const payload = { orderId, paymentId }
  expect(await toldOf(paymentId)).toEqual([
    { name: 'payment/changed', payload },
    { name: 'payment/changed', payload },
  ])
  expect(await lateSaga(paymentId)).toBeNull()
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toEqual(before)
  expect(await database.db.order.findUniqueOrThrow({ where: { id: orderId } })).toMatchObject({
    status: 'PAYMENT_PROCESSING',
  })
})

test('a charge that took money while its attempt is being given up is told again until that is done, and then settled', async () => {
  const { paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  await database.db.saga.update({
    where: { id: `pay-order:${paymentId}` },
    data: { direction: 'UNDOING', refusal: { reason: 'step-failed' } },
  })
  await expect(tell(paymentId, 'ch_between')).rejects.toThrow('is being given up')
  expect(await toldOf(paymentId)).toEqual([])
  expect(await tell(paymentId, null)).toBe('payment woken')
  await markPaymentFailed(database.db, { paymentId, status: 'FAILED', reason: 'step-failed', gatewayCode: null })
  expect(await tell(paymentId, 'ch_between')).toBe('late payment')
})

test('a charge that took money for an attempt that was given up begins one saga that settles it, however often it is told', async () => {
  for (const status of ['DECLINED', 'FAILED'] as const) {
    const { orderId, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    await markPaymentFailed(database.db, { paymentId, status, reason: 'given-up', gatewayCode: null })
    const answers = await Promise.all(Array.from({ length: 5 }, () => tell(paymentId, 'ch_late')))
    expect(answers).toEqual(answers.map(() => 'late payment'))
    const input = { orderId, paymentId, chargeRef: 'ch_late' }
    expect(await lateSaga(paymentId)).toMatchObject({ status: 'RUNNING', generation: 1, orderId, input })
    expect(await database.db.saga.count({ where: { name: 'settle-late-payment', orderId } })).toBe(1)
  }
})

test('of an attempt that was given up, news of no money are nothing; neither are news of one that is settled', async () => {
  const given = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const declined = { status: 'DECLINED', reason: 'card-declined', gatewayCode: 'card_declined' } as const
  await markPaymentFailed(database.db, { paymentId: given.paymentId, ...declined })
  expect(await tell(given.paymentId, null)).toBe('nothing to do')

  const paid = await bringTestOrder(database.db, 'PAID')
  const refunded = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const refund = { paymentId: refunded.paymentId, source: 'undo', chargeRef: 'ch_r', refundRef: 're_r' } as const
  await inTransaction(database.db, tx => recordFullRefund(tx, refund))
  for (const { paymentId } of [paid, refunded]) expect(await tell(paymentId, 'ch_r')).toBe('nothing to do')
  for (const { paymentId } of [given, paid, refunded]) {
    expect(await toldOf(paymentId)).toEqual([])
    expect(await lateSaga(paymentId)).toBeNull()
  }
})

test('a charge leads to the order that it paid for, and an unknown one to none', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAID')
  expect(await findOrderOfCharge(database.db, `ch_${paymentId}`)).toBe(orderId)
  expect(await findOrderOfCharge(database.db, 'ch_of_nobody')).toBeNull()
})
