import { newId } from '@makegood/core/ids'
import { type Policy, policySchema, toPolicy } from '@makegood/core/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCancellationId, requestCancellation } from '../cancellation/request-cancellation.ts'
import { inTransaction } from '../client.ts'
import { checkInvariants } from '../invariants/check-invariants.ts'
import { getOrderState } from '../order/get-order-state.ts'
import type { Owner } from '../order/owner.ts'
import { transitionOrder } from '../order/transition-order.ts'
import { seedProductWithStock } from '../seed/scenarios/product-with-stock.ts'
import { returnOrderStock } from '../stock/return-sold-stock.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestShopper } from '../testing/create-test-shopper.ts'
import { openPayment } from './open-payment.ts'
import { markPaymentFailed } from './settle-payment.ts'
import { takeOrderUp } from './take-order-up.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  await database.drop()
})

const policy = toPolicy(policySchema.parse({}))
type Late = { readonly orderId: string; readonly paymentId: string; readonly chargeRef: string; readonly owner: Owner }

/** An order of two of five units, whose payment was given up; its charge comes too late. */
const lateCharge = async (
  request: Parameters<typeof bringTestOrder>[2] = {},
): Promise<Late & { variantId: string }> => {
  const { variantId } = await seedProductWithStock(database.db, { units: 5 })
  const lines = [{ variantId, quantity: 2 }]
  const { orderId, owner, paymentId } = await bringTestOrder(database.db, 'PAYMENT_PROCESSING', { ...request, lines })
  await markPaymentFailed(database.db, { paymentId, status: 'FAILED', reason: 'step-failed', gatewayCode: null })
  return { orderId, owner, paymentId, chargeRef: `ch_${paymentId}`, variantId }
}
const putBack = (orderId: string) =>
  move(orderId, { from: 'PAYMENT_PROCESSING', reason: 'payment-failed', mover: 'system' })
const cancel = async (
  orderId: string,
  reason: 'payment-expired' | 'cancelled-before-payment',
  mover: 'system' | 'shopper' | 'operator',
) => {
  await move(orderId, { from: 'PAYMENT_PROCESSING', reason, mover })
  await inTransaction(database.db, tx => returnOrderStock(tx, orderId))
}
const move = (orderId: string, by: Pick<Parameters<typeof transitionOrder>[1], 'from' | 'reason' | 'mover'>) =>
  inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    expect(await transitionOrder(tx, { ...by, orderId, version, events: [] })).toMatchObject({ moved: true })
  })

const takeUp = ({ orderId, paymentId, chargeRef }: Late, changes: Partial<Policy> = {}) =>
  inTransaction(database.db, tx => takeOrderUp(tx, { orderId, paymentId, chargeRef }, { ...policy, ...changes }))

const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId }, include: { lines: true } }),
  history: (await database.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } })).map(
    row => row.reason,
  ),
  payments: await database.db.payment.findMany({ where: { orderId }, orderBy: { attempt: 'asc' } }),
  reservations: await database.db.stockReservation.findMany({ where: { orderId } }),
  limits: await database.db.orderLimit.findMany({ where: { orderId, settledAt: null } }),
  sagas: await database.db.saga.findMany({ where: { orderId, name: 'pay-order' } }),
})
const stockOf = async (variantId: string) => {
  const { available, reserved } = await database.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { available, reserved }
}

/** Nothing was written: the charge must go back. */
const expectRefund = async (late: Late, because: string, changes: Partial<Policy> = {}) => {
  const before = await read(late.orderId)
  const outbox = await database.db.outbox.count()
  expect(await takeUp(late, changes)).toEqual({ takenUp: false, because })
  expect(await read(late.orderId)).toEqual(before)
  expect(await database.db.outbox.count()).toBe(outbox)
  expect(await database.db.order.count({ where: { takenUpFrom: late.orderId } })).toBe(0)
}

test('an order that ran out of time and whose goods are gone is not taken up: not even a part of it', async () => {
  const late = await lateCharge()
  await cancel(late.orderId, 'payment-expired', 'system')
  await bringTestOrder(database.db, 'STOCK_RESERVED', { lines: [{ variantId: late.variantId, quantity: 4 }] })
  await expectRefund(late, 'stock')
  expect(await stockOf(late.variantId)).toEqual({ available: 1, reserved: 4 })
})

test('an order that was cancelled on purpose is not taken up, whoever cancelled it', async () => {
  for (const mover of ['shopper', 'operator'] as const) {
    const late = await lateCharge()
    await cancel(late.orderId, 'cancelled-before-payment', mover)
    await expectRefund(late, 'order')
  }
})

test('an order that somebody wants cancelled is not taken up while it still waits', async () => {
  const late = await lateCharge()
  const { orderId, owner } = late
  await putBack(orderId)
  const cancellationId = newCancellationId()
  await inTransaction(database.db, tx =>
    requestCancellation(tx, { orderId, owner, cancellationId, by: 'shopper', policy }),
  )
  await expectRefund(late, 'order')
})

test('an order that another payment has, or has paid, is not taken up', async () => {
  const late = await lateCharge()
  await putBack(late.orderId)
  const { orderId, owner } = late
  const paymentId = newId('payment', new Date())
  await openPayment(database.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
  await expectRefund(late, 'order')
})

test('a shop that gives late payments back takes no order up', async () => {
  const waiting = await lateCharge()
  await putBack(waiting.orderId)
  await expectRefund(waiting, 'policy', { latePayment: 'refund' })
  const expired = await lateCharge()
  await cancel(expired.orderId, 'payment-expired', 'system')
  await expectRefund(expired, 'policy', { latePayment: 'refund' })
})

test('an attempt that is open, refunded, taken up before, or of another order is nobody else’s to take up', async () => {
  const open = await bringTestOrder(database.db, 'PAYMENT_PROCESSING')
  await expectRefund({ ...open, chargeRef: 'ch_open' }, 'settled')
  const refunded = await lateCharge()
  await putBack(refunded.orderId)
  await database.db.payment.update({ where: { id: refunded.paymentId }, data: { status: 'REFUNDED' } })
  await expectRefund(refunded, 'settled')
  const other = await lateCharge()
  await putBack(other.orderId)
  await expectRefund({ ...other, orderId: refunded.orderId }, 'settled')
})

test('an order that still waits is paid by the late charge itself, once, also ten times at once', async () => {
  const late = await lateCharge()
  const { orderId, paymentId, chargeRef } = late
  await putBack(orderId)
  const answers = await Promise.all(Array.from({ length: 10 }, () => takeUp(late)))
  const taken = answers.filter(answer => answer.takenUp)
  expect(taken).toMatchObject([{ orderId }])
  expect(answers.filter(answer => !answer.takenUp)).toHaveLength(9)
  const after = await read(orderId)
  expect(after.order.status).toBe('PAYMENT_PROCESSING')
  expect(after.payments).toMatchObject([
    { id: paymentId, attempt: 1, status: 'FAILED', failureReason: 'taken-up' },
    { attempt: 2, status: 'OPEN', chargeRef, cardMinor: 56_000n, amountMinor: 56_000n },
  ])
  const adopted = after.payments[1]?.id
  expect(taken).toMatchObject([{ paymentId: adopted }])
  expect(after.sagas).toMatchObject([
    { id: `pay-order:${paymentId}` },
    { id: `pay-order:${adopted}`, status: 'RUNNING' },
  ])
  expect(after.limits.map(limit => limit.kind).sort()).toEqual(['payment', 'reservation'])
  expect(await takeUp(late)).toEqual({ takenUp: false, because: 'settled' })
})

test('an order that ran out of time is placed anew with its lines, prices and address, its stock aside, and paid; once', async () => {
  const late = await lateCharge()
  await cancel(late.orderId, 'payment-expired', 'system')
  const old = (await read(late.orderId)).order
  // Prices change; what the shopper has paid for does not.
  await database.db.variant.update({ where: { id: late.variantId }, data: { priceMinor: 99_000n } })
  const answers = await Promise.all(Array.from({ length: 10 }, () => takeUp(late)))
  const [taken, ...more] = answers.filter(answer => answer.takenUp)
  if (!taken?.takenUp) throw new Error('the order was not taken up')
  expect(more).toEqual([])

  const fresh = await read(taken.orderId)
  const { id: _id, number: _number, status: _status, version: _version, takenUpFrom, lines, ...same } = fresh.order
  expect(takenUpFrom).toBe(late.orderId)
  expect(fresh.order.status).toBe('PAYMENT_PROCESSING')
  for (const [name, value] of Object.entries(same))
    if (!['cartId', 'placedAt', 'updatedAt', 'needsAttention'].includes(name))
      expect({ [name]: value }).toEqual({ [name]: old[name as keyof typeof old] })
  expect(lines).toEqual(old.lines.map(line => ({ ...line, orderId: taken.orderId })))
  expect(fresh.history).toEqual(['placed', 'stock-reserved', 'payment-opened'])
  expect(fresh.reservations).toMatchObject([{ variantId: late.variantId, quantity: 2, status: 'HELD' }])
  expect(fresh.payments).toMatchObject([
    { id: taken.paymentId, attempt: 1, status: 'OPEN', chargeRef: late.chargeRef, amountMinor: 56_000n },
  ])
  expect(fresh.limits.map(limit => limit.kind).sort()).toEqual(['payment', 'reservation'])
  expect(fresh.sagas).toMatchObject([{ id: `pay-order:${taken.paymentId}`, status: 'RUNNING' }])
  expect(await stockOf(late.variantId)).toEqual({ available: 3, reserved: 2 })
  expect((await read(late.orderId)).order.status).toBe('CANCELLED')
  const told = await database.db.outbox.findMany({
    where: { name: 'order/taken.up', payload: { path: ['orderId'], equals: taken.orderId } },
  })
  expect(told).toMatchObject([{ payload: { takenUpFrom: late.orderId, paymentId: taken.paymentId } }])
  // The order was never placed by its shopper again: nobody reserves for it a second time.
  const placed = { name: 'order/created', payload: { path: ['orderId'], equals: taken.orderId } }
  expect(await database.db.outbox.count({ where: placed })).toBe(0)
})

test('the wallet leg of a late payment is asked for again, and the saga is told of its legs', async () => {
  const userId = await createTestShopper(database.db, { balanceMinor: 20_000n })
  const late = await lateCharge({ userId, walletMinor: 6_000n })
  await putBack(late.orderId)
  const taken = await takeUp(late)
  if (!taken.takenUp) throw new Error('the order was not taken up')
  const { payments, sagas } = await read(late.orderId)
  expect(payments[1]).toMatchObject({ cardMinor: 50_000n, walletMinor: 6_000n })
  expect(sagas.find(({ id }) => id.endsWith(taken.paymentId))?.input).toMatchObject({ card: true, wallet: true })
})
