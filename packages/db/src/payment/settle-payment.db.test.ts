import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { getOpenPayment } from './get-open-payment.ts'
import { markActionRequired } from './mark-action-required.ts'
import { markPaymentCharged, markPaymentFailed, markPaymentSucceeded } from './settle-payment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const openNew = async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  // What the gateway would call its charge and its refund of this payment.
  return { orderId, paymentId, chargeRef: `pi_${paymentId}`, refundRef: `re_${paymentId}` }
}
const read = (paymentId: string) => database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
const succeed = (orderId: string, paymentId: string) =>
  inTransaction(database.db, tx => markPaymentSucceeded(tx, orderId, paymentId))
const refund = (paymentId: string, chargeRef: string, refundRef: string) =>
  inTransaction(database.db, tx => recordFullRefund(tx, { paymentId, source: 'undo', chargeRef, refundRef }))
const declined = { status: 'DECLINED', reason: 'declined', gatewayCode: 'card_declined' } as const

test('a charge is recorded once: the same again changes nothing, with another reference it throws and the first stays', async () => {
  const { db } = database
  const { orderId, paymentId, chargeRef } = await openNew()
  expect(await getOpenPayment(db, orderId, paymentId)).toMatchObject({
    paymentId,
    orderVersion: 3,
    cardMinor: 28_000n,
    walletMinor: 0n,
    currency: 'KRW',
    paymentMethod: 'pm_card_visa',
    chargeRef: null,
  })
  await Promise.all([1, 2, 3].map(() => markPaymentCharged(db, paymentId, chargeRef)))
  const charged = await read(paymentId)
  expect(charged).toMatchObject({ status: 'OPEN', chargeRef, settledAt: null })
  await expect(markPaymentCharged(db, paymentId, 'pi_other')).rejects.toThrow(`payment ${paymentId} is not open`)
  expect(await read(paymentId)).toEqual(charged)
  expect(await getOpenPayment(db, orderId, paymentId)).toMatchObject({ chargeRef })
})

test('a payment succeeds once, also ten times at once, and then takes no other charge', async () => {
  const { db } = database
  const { orderId, paymentId, chargeRef } = await openNew()
  await markPaymentCharged(db, paymentId, chargeRef)
  const results = await Promise.all(Array.from({ length: 10 }, () => succeed(orderId, paymentId)))
  expect(results.filter(Boolean)).toEqual([{ orderVersion: 3, amountMinor: 28_000n }])
  const settled = await read(paymentId)
  expect(settled).toMatchObject({ status: 'SUCCEEDED', chargeRef, settledAt: expect.any(Date) })
  for (const ref of [chargeRef, 'pi_other'])
    await expect(markPaymentCharged(db, paymentId, ref)).rejects.toThrow('is not open')
  expect(await succeed(orderId, paymentId)).toBeNull()
  expect(await read(paymentId)).toEqual(settled)
  expect(await getOpenPayment(db, orderId, paymentId)).toBeNull()
})

test('a payment whose card was not charged does not succeed; one without a card leg does', async () => {
  const { orderId, paymentId } = await openNew()
  expect(await succeed(orderId, paymentId)).toBeNull()
  expect(await read(paymentId)).toMatchObject({ status: 'OPEN', settledAt: null })

  const userId = await createTestShopper(database.db, { balanceMinor: 28_000n })
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING', { userId })
  await database.db.payment.update({
    where: { id: order.paymentId },
    data: { cardMinor: 0n, walletMinor: 28_000n, paymentMethod: null },
  })
  expect(await succeed(order.orderId, order.paymentId)).toEqual({ orderVersion: 3, amountMinor: 28_000n })
})

test('a payment whose order has moved on, or of another order, does not succeed', async () => {
  const { db } = database
  const [first, second] = [await openNew(), await openNew()]
  await markPaymentCharged(db, first.paymentId, first.chargeRef)
  expect(await succeed(second.orderId, first.paymentId)).toBeNull()
  expect(await succeed(newId('order', new Date()), first.paymentId)).toBeNull()
  await db.$executeRaw`update "order" set status = 'CANCELLED', version = version + 1 where id = ${first.orderId}`
  expect(await succeed(first.orderId, first.paymentId)).toBeNull()
  expect(await read(first.paymentId)).toMatchObject({ status: 'OPEN' })
})

test('an attempt that was given up takes no charge', async () => {
  const { db } = database
  const { paymentId, chargeRef } = await openNew()
  await markPaymentFailed(db, { paymentId, ...declined })
  const settled = await read(paymentId)
  await expect(markPaymentCharged(db, paymentId, chargeRef)).rejects.toThrow('is not open')
  expect(await read(paymentId)).toEqual(settled)
})

test('one charge belongs to one payment', async () => {
  const { db } = database
  const [first, second] = [await openNew(), await openNew()]
  await markPaymentCharged(db, first.paymentId, first.chargeRef)
  await expect(markPaymentCharged(db, second.paymentId, first.chargeRef)).rejects.toThrow('payment_charge_ref_key')
  expect(await read(second.paymentId)).toMatchObject({ status: 'OPEN', chargeRef: null })
})

test('a failure never overwrites a payment that succeeded, and on a refunded one only adds its reason', async () => {
  const { db } = database
  const { orderId, paymentId, chargeRef, refundRef } = await openNew()
  await markPaymentCharged(db, paymentId, chargeRef)
  await succeed(orderId, paymentId)
  const charged = await read(paymentId)
  await markPaymentFailed(db, { paymentId, ...declined })
  expect(await read(paymentId)).toEqual(charged)

  await refund(paymentId, chargeRef, refundRef)
  await markPaymentFailed(db, { paymentId, status: 'FAILED', reason: 'undone', gatewayCode: null })
  expect(await read(paymentId)).toMatchObject({ status: 'REFUNDED', chargeRef, refundRef, failureReason: 'undone' })
})

test('the page of the gateway is asked for once by its event, forgotten with the charge, and kept for no closed attempt', async () => {
  const { db } = database
  const { orderId, paymentId, chargeRef } = await openNew()
  const ask = (id: string) =>
    inTransaction(db, tx => markActionRequired(tx, 'cor_test', { orderId, paymentId: id }, 'http://gateway.test/3ds'))
  await ask(paymentId)
  expect(await read(paymentId)).toMatchObject({ actionUrl: 'http://gateway.test/3ds', chargeRef: null })
  const told = { name: 'payment/action.required', payload: { path: ['paymentId'], equals: paymentId } }
  expect(await db.outbox.count({ where: told })).toBe(1)
  await markPaymentCharged(db, paymentId, chargeRef)
  expect(await read(paymentId)).toMatchObject({ actionUrl: null, chargeRef })

  const closed = await openNew()
  await markPaymentFailed(db, { paymentId: closed.paymentId, ...declined })
  await ask(closed.paymentId)
  expect(await read(closed.paymentId)).toMatchObject({ status: 'DECLINED', actionUrl: null })
})
