import { newId } from '@makegood/core/ids'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { listDueLimits, settleMootLimits } from '@makegood/db/limit/list-due-limits'
import { openPayment } from '@makegood/db/payment/open-payment'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SagaRefusal } from '../../saga/saga-definition.ts'
import { putOrderBackStep } from './put-order-back.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

const declined: SagaRefusal = { reason: 'insufficient-funds', gatewayCode: 'insufficient_funds', step: 'charge-card' }

/** Settles a failed attempt as its saga does once everything else is undone. */
const putBack = async (
  { orderId, paymentId }: Pick<BroughtOrder, 'orderId' | 'paymentId'>,
  refusal: SagaRefusal = declined,
  stage: 'processing' | 'payment' = 'payment',
) => {
  const saga = {
    id: `pay-order:${paymentId}`,
    name: 'pay-order',
    orderId,
    correlationId: 'cor_test',
    generation: 1,
    leaseSeconds: 30,
  }
  const data = { orderId, paymentId, card: true, wallet: false, coupon: false }
  const step = putOrderBackStep(refusal, stage)
  if (step.reach !== 'local') throw new Error('put-order-back is a local step')
  const outcome = await inTransaction(database.db, tx => step.run(tx, { saga, data, results: {} }))
  await database.db.saga.update({ where: { id: saga.id }, data: { status: 'COMPLETED' } })
  return outcome.result
}

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  last: await database.db.orderHistory.findFirstOrThrow({ where: { orderId }, orderBy: { version: 'desc' } }),
  limits: await database.db.orderLimit.findMany({ where: { orderId } }),
  reservations: await database.db.stockReservation.findMany({ where: { orderId } }),
  told: (await database.db.outbox.findMany({ where: { payload: { path: ['orderId'], equals: orderId } } })).map(
    event => event.name,
  ),
})
const limitOf = async (orderId: string, kind: string) => (await read(orderId)).limits.find(limit => limit.kind === kind)

test('an order whose reservation ran out while it was being paid is due again once it is put back', async () => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const { orderId } = order
  const dueAt = new Date(Date.now() - 1000)
  await database.db.orderLimit.update({ where: { orderId_kind: { orderId, kind: 'reservation' } }, data: { dueAt } })
  await settleMootLimits(database.db, 10)
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: 'moot' })
  await putBack(order)
  expect(await limitOf(orderId, 'reservation')).toMatchObject({ outcome: null, settledAt: null, dueAt })
  expect(await listDueLimits(database.db, 10)).toContainEqual({ orderId, kind: 'reservation' })
})

test('an order whose window is open keeps its time when it is put back', async () => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const before = await limitOf(order.orderId, 'reservation')
  await putBack(order)
  expect(await limitOf(order.orderId, 'reservation')).toEqual(before)
})

test('a declined attempt ends, the order can be paid again, and why is told in the words of the card', async () => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId, owner } = order
  expect(await putBack(order)).toEqual({ putBack: true, reason: 'insufficient-funds' })
  const after = await read(orderId)
  expect(after.order).toMatchObject({ status: 'STOCK_RESERVED', version: 4 })
  expect(after.last).toMatchObject({
    reason: 'payment-failed',
    mover: 'system',
    details: { paymentId, reason: 'insufficient-funds' },
  })
  expect(after.told).toEqual(expect.arrayContaining(['order/payment.failed', 'payment/failed']))
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
    status: 'DECLINED',
    failureReason: 'insufficient-funds',
    gatewayCode: 'insufficient_funds',
  })
  const again = newId('payment', new Date())
  await openPayment(database.db, { orderId, owner, paymentId: again, paymentMethod: 'pm_other', paymentSeconds: 600 })
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: again } })).toMatchObject({ attempt: 2 })
})

test("what was not the card's fault is told as the shop's own trouble, and each stage by its own event", async () => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  const broken = { reason: 'step-failed', step: 'confirm-stock', error: 'secret of the house' }
  await putBack(order, broken, 'processing')
  const { last, told } = await read(order.orderId)
  expect(last.details).toEqual({ paymentId: order.paymentId, reason: 'gateway-trouble' })
  expect(told).toContain('order/processing.failed')
  expect(told).not.toContain('order/payment.failed')
  expect(await database.db.payment.findUniqueOrThrow({ where: { id: order.paymentId } })).toMatchObject({
    status: 'FAILED',
    failureReason: 'step-failed',
  })
})

test('an older attempt that ends late has no say in an order that another payment has', async () => {
  const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  await putBack(order)
  const { orderId, owner } = order
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { orderId, owner, paymentId, paymentMethod: 'pm_other', paymentSeconds: 600 })
  const before = await read(orderId)
  expect(await putBack(order)).toMatchObject({ putBack: false })
  expect(await read(orderId)).toEqual(before)
})

test('where the order was asked to be cancelled meanwhile it is cancelled by who asked, its stock is free, the request done', async () => {
  for (const [by, reason] of [
    ['shopper', 'cancelled-before-payment'],
    ['operator', 'cancelled-before-payment'],
    ['system', 'payment-expired'],
  ] as const) {
    const order = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
    const { orderId, owner } = order
    const cancellationId = newCancellationId()
    const asked = {
      orderId,
      cancellationId,
      by,
      policy: { cancelFeePercent: 5 },
      ...(by === 'shopper' ? { owner } : {}),
    }
    await inTransaction(database.db, tx => requestCancellation(tx, asked))
    expect(await putBack(order, { reason: 'cancel-requested', step: 'mark-paid' })).toMatchObject({ cancelled: true })
    const { order: row, last, reservations, told } = await read(orderId)
    expect(row.status).toBe('CANCELLED')
    expect(last).toMatchObject({ reason, mover: by, details: { cancellationId } })
    expect(reservations).toMatchObject([{ status: 'RELEASED' }])
    expect(told).toEqual(expect.arrayContaining(['payment/failed', 'order/cancelled']))
    const request = await database.db.cancellation.findUniqueOrThrow({ where: { id: cancellationId } })
    expect(request).toMatchObject({ status: 'DONE', feeMinor: 0n })
  }
})
