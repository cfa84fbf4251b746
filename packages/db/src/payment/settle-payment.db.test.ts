import { newId } from '@makegood/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { getOpenPayment } from './get-open-payment.ts'
import { getPaidPayment } from './get-paid-payment.ts'
import { openPayment } from './open-payment.ts'
import {
  markLateChargeRefunded,
  markPaymentFailed,
  markPaymentRefunded,
  markPaymentSucceeded,
} from './settle-payment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const openNew = async () => {
  const order = await seedReservedOrder(database.db)
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { ...order, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  // What the gateway would call its charge and its refund of this payment.
  return { orderId: order.orderId, paymentId, chargeRef: `pi_${paymentId}`, refundRef: `re_${paymentId}` }
}
const read = (paymentId: string) => database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
const declined = { status: 'DECLINED', reason: 'declined', gatewayCode: 'card_declined' } as const

test('a charge is recorded once: again, at once or with another reference, it throws and the first one stays', async () => {
  const { db } = database
  const { orderId, paymentId, chargeRef } = await openNew()
  expect(await getOpenPayment(db, orderId, paymentId)).toMatchObject({
    paymentId,
    paymentMethod: 'pm_card_visa',
    paymentSeconds: 600,
  })
  const results = await Promise.allSettled([1, 2, 3].map(() => markPaymentSucceeded(db, paymentId, chargeRef)))
  expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
  const settled = await read(paymentId)
  expect(settled).toMatchObject({ status: 'SUCCEEDED', chargeRef })
  await expect(markPaymentSucceeded(db, paymentId, chargeRef)).rejects.toThrow(`payment ${paymentId} is not open`)
  await expect(markPaymentSucceeded(db, paymentId, 'pi_other')).rejects.toThrow('is not open')
  expect(await read(paymentId)).toEqual(settled)
  expect(await getOpenPayment(db, orderId, paymentId)).toBeNull()
  expect(await getPaidPayment(db, orderId, paymentId)).toEqual({ orderVersion: 3 })
})

test('an attempt that was given up takes no charge', async () => {
  const { db } = database
  const { paymentId, chargeRef } = await openNew()
  await markPaymentFailed(db, { paymentId, ...declined })
  const settled = await read(paymentId)
  await expect(markPaymentSucceeded(db, paymentId, chargeRef)).rejects.toThrow('is not open')
  expect(await read(paymentId)).toEqual(settled)
})

test('one charge belongs to one payment', async () => {
  const { db } = database
  const [first, second] = [await openNew(), await openNew()]
  await markPaymentSucceeded(db, first.paymentId, first.chargeRef)
  await expect(markPaymentSucceeded(db, second.paymentId, first.chargeRef)).rejects.toThrow()
  expect(await read(second.paymentId)).toMatchObject({ status: 'OPEN', chargeRef: null })
})

test('a failure never overwrites a charge, and on a refunded payment only adds its reason', async () => {
  const { db } = database
  const { paymentId, chargeRef, refundRef } = await openNew()
  await markPaymentSucceeded(db, paymentId, chargeRef)
  const charged = await read(paymentId)
  await markPaymentFailed(db, { paymentId, ...declined })
  expect(await read(paymentId)).toEqual(charged)

  await markPaymentRefunded(db, { paymentId, chargeRef, refundRef })
  await markPaymentFailed(db, { paymentId, status: 'FAILED', reason: 'undone', gatewayCode: null })
  expect(await read(paymentId)).toMatchObject({ status: 'REFUNDED', chargeRef, refundRef, failureReason: 'undone' })
})

test('a refund is recorded once; the same again changes nothing, another reference is refused', async () => {
  const { db } = database
  const { paymentId, chargeRef, refundRef } = await openNew()
  await markPaymentSucceeded(db, paymentId, chargeRef)
  await markPaymentRefunded(db, { paymentId, chargeRef, refundRef })
  const { settledAt, ...refunded } = await read(paymentId)
  await markPaymentRefunded(db, { paymentId, chargeRef, refundRef })
  expect(await read(paymentId)).toMatchObject(refunded)
  expect(settledAt).toBeInstanceOf(Date)
  await expect(markPaymentRefunded(db, { paymentId, chargeRef, refundRef: 're_other' })).rejects.toThrow(
    'cannot become refunded',
  )
  expect(await read(paymentId)).toMatchObject(refunded)
})

test('a late charge is recorded as refunded on the attempt that was given up, and on no other', async () => {
  const { db } = database
  const late = await openNew()
  await markPaymentFailed(db, { paymentId: late.paymentId, ...declined })
  await markLateChargeRefunded(db, late)
  expect(await read(late.paymentId)).toMatchObject({
    status: 'REFUNDED',
    chargeRef: late.chargeRef,
    refundRef: late.refundRef,
    failureReason: 'declined',
  })
  const live = await openNew()
  await markPaymentSucceeded(db, live.paymentId, live.chargeRef)
  await markLateChargeRefunded(db, live)
  expect(await read(live.paymentId)).toMatchObject({ status: 'SUCCEEDED', refundRef: null })
})
