import { newId } from '@makegood/core/ids'
import { listOrdersInput, type PaymentState } from '@makegood/core/order/order-filters'
import { paymentStateOf, sumOrderMoney } from '@makegood/core/order/sum-order-money'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finishRefund } from '../refund/finish-refund.ts'
import { planRefund } from '../refund/plan-refund.ts'
import { recordFullRefund } from '../refund/record-full-refund.ts'
import { type BroughtOrder, bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { getOperatorOrder } from './get-operator-order.ts'
import { listOrders } from './list-orders.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** The state that the list says, by which the filter finds it and no other one does, and which the order's own page says. */
const stateOf = async ({ orderId }: BroughtOrder): Promise<PaymentState | undefined> => {
  const { db } = database
  const number = String((await db.order.findUniqueOrThrow({ where: { id: orderId } })).number)
  const [row] = (await listOrders(db, listOrdersInput.parse({ q: number }))).orders
  if (!row) throw new Error('the list does not have the order')
  expect(paymentStateOf(await getOperatorOrder(db, orderId, 'en'))).toBe(row.payment)
  const { orders } = await listOrders(db, listOrdersInput.parse({ payments: [row.payment] }))
  expect(orders.map(({ id }) => id)).toContain(orderId)
  return row.payment
}

const moneyOf = async ({ orderId }: BroughtOrder) => sumOrderMoney(await getOperatorOrder(database.db, orderId, 'en'))
const refundsOf = ({ orderId }: BroughtOrder) => database.db.refund.findMany({ where: { orderId } })

const saga = (name: string, about: string, orderId: string, status: string) =>
  database.db.saga.create({
    data: { id: `${name}:${about}`, name, orderId, correlationId: 'cor_test', status, endedAt: new Date() },
  })

test('a refund that is planned is under way, one whose saga has stopped is owed, and only what was given back is refunded', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'DELIVERED')
  expect(await stateOf(order)).toBe('paid')
  const sourceId = newId('return', new Date())
  await planRefund(db, order.orderId, { source: 'return', sourceId }, 28_000n)
  expect(await stateOf(order)).toBe('refunding')
  expect(await moneyOf(order)).toMatchObject({ back: 0n, pending: 28_000n, owed: 0n, kept: 28_000n })
  await saga('return-order', sourceId, order.orderId, 'NEEDS_ATTENTION')
  expect(await stateOf(order)).toBe('refund-owed')
  expect(await moneyOf(order)).toMatchObject({ back: 0n, pending: 0n, owed: 28_000n, kept: 28_000n })
  await db.saga.update({ where: { id: `return-order:${sourceId}` }, data: { status: 'COMPLETED' } })
  for (const { id } of await refundsOf(order)) await finishRefund(db, id, `re_${id}`)
  expect(await stateOf(order)).toBe('refunded')
  expect(await moneyOf(order)).toMatchObject({ back: 28_000n, owed: 0n, kept: 0n })
})

test('a part that was given back is refunded in part, and owed where it did not arrive', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'DELIVERED')
  await planRefund(db, order.orderId, { source: 'operator', sourceId: newId('refundRequest', new Date()) }, 5_000n)
  for (const { id } of await refundsOf(order)) await finishRefund(db, id, `re_${id}`)
  expect(await stateOf(order)).toBe('part-refunded')
  await db.refund.updateMany({ where: { orderId: order.orderId }, data: { status: 'FAILED', doneAt: null } })
  expect(await stateOf(order)).toBe('refund-owed')
  expect(await moneyOf(order)).toMatchObject({ back: 0n, owed: 5_000n, kept: 28_000n })
})

test('of two returns of one order the one whose saga has stopped is owed, and the other on its way', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'DELIVERED')
  const [stopped, going] = [newId('return', new Date()), newId('return', new Date())]
  await planRefund(db, order.orderId, { source: 'return', sourceId: stopped }, 9_000n)
  await planRefund(db, order.orderId, { source: 'return', sourceId: going }, 4_000n)
  await saga('return-order', stopped, order.orderId, 'NEEDS_ATTENTION')
  expect(await stateOf(order)).toBe('refund-owed')
  expect(await moneyOf(order)).toMatchObject({ pending: 4_000n, owed: 9_000n })
  const [owed] = await db.refund.findMany({ where: { sourceId: stopped } })
  await finishRefund(db, owed?.id ?? '', 're_1')
  expect(await stateOf(order)).toBe('refunding')
  expect(await moneyOf(order)).toMatchObject({ back: 9_000n, pending: 4_000n, owed: 0n })
})

test('a charge that came for an attempt that was given up is taken and owed until it went back', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId } = order
  expect(await stateOf(order)).toBe('open')
  await db.payment.update({ where: { id: paymentId }, data: { status: 'FAILED', settledAt: new Date() } })
  expect(await stateOf(order)).toBe('failed')
  await saga('settle-late-payment', paymentId, orderId, 'NEEDS_ATTENTION')
  expect(await stateOf(order)).toBe('late-charge')
  expect(await moneyOf(order)).toMatchObject({ taken: 28_000n, owed: 28_000n, kept: 28_000n })
  await recordFullRefund(db, { paymentId, source: 'late', chargeRef: 'ch_late', refundRef: 're_late' })
  await db.saga.update({ where: { id: `settle-late-payment:${paymentId}` }, data: { status: 'COMPLETED' } })
  expect(await stateOf(order)).toBe('refunded')
  expect(await moneyOf(order)).toMatchObject({ taken: 28_000n, back: 28_000n, owed: 0n, kept: 0n })
})

test('an attempt whose charge could not be given back is owed and not being paid', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const id = `pay-order:${order.paymentId}`
  await db.saga.deleteMany({ where: { id } })
  await saga('pay-order', order.paymentId, order.orderId, 'NEEDS_ATTENTION')
  const step = { sagaId: id, stepId: 'charge-card', position: 1, kind: 'undoable', status: 'DONE' }
  await db.sagaStep.create({ data: { ...step, undoStatus: 'FAILED' } })
  expect(await stateOf(order)).toBe('refund-owed')
  expect(await moneyOf(order)).toMatchObject({ open: 0n, taken: 28_000n, owed: 28_000n })
})

test('what a wallet paid of an attempt that was declined and went back is neither kept nor missing', async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'PAYMENT_PROCESSING')
  const { orderId, paymentId } = order
  await db.payment.update({
    where: { id: paymentId },
    data: {
      status: 'DECLINED',
      settledAt: new Date(),
      cardMinor: 20_000n,
      walletMinor: 8_000n,
      walletRefundedMinor: 8_000n,
    },
  })
  const refund = { orderId, paymentId, source: 'undo', sourceId: paymentId, leg: 'wallet', amountMinor: 8_000n }
  await db.refund.create({
    data: { ...refund, id: newId('refund', new Date()), currency: 'KRW', status: 'DONE', doneAt: new Date() },
  })
  expect(await stateOf(order)).toBe('failed')
  expect(await moneyOf(order)).toMatchObject({ taken: 8_000n, back: 8_000n, kept: 0n })
})
