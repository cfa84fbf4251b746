import { newId } from '@makegood/core/ids'
import { type LimitKind, orderLimits } from '@makegood/core/order/order-limits'
import { type OrderStatus, orderStatuses } from '@makegood/core/order/order-states'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { listDueLimits } from '@makegood/db/limit/list-due-limits'
import { pauseOrder } from '@makegood/db/order/pause-order'
import { resumeOrder } from '@makegood/db/order/resume-order'
import { openPayment } from '@makegood/db/payment/open-payment'
import { markPaymentCharged } from '@makegood/db/payment/settle-payment'
import { requestReturn } from '@makegood/db/return/request-return'
import { confirmStock } from '@makegood/db/stock/confirm-stock'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Deps } from '../saga/deps.ts'
import { runStep } from '../saga/run-step.ts'
import { markPaidStep } from '../sagas/pay-order/mark-paid.ts'
import { createTestDeps } from '../testing/test-deps.ts'
import { enforceDueLimits } from './enforce-due-limits.ts'
import { enforceLimit } from './enforce-limit.ts'

let database: TestDatabase
let deps: Deps
beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '')
})
afterAll(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
  deps.redis.disconnect()
  await database.drop()
})

const setDue = async (orderId: string, kind: LimitKind, inSeconds: number) => {
  const dueAt = new Date(Date.now() + inSeconds * 1000)
  await database.db.orderLimit.upsert({
    where: { orderId_kind: { orderId, kind } },
    create: { orderId, kind, dueAt },
    update: { dueAt, settledAt: null, outcome: null },
  })
}
const read = async (orderId: string) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  limits: await database.db.orderLimit.findMany({ where: { orderId } }),
  cancellations: await database.db.cancellation.findMany({ where: { orderId } }),
  incidents: await database.db.incident.findMany({ where: { orderId } }),
  events: await database.db.outbox.count({ where: { payload: { path: ['orderId'], equals: orderId } } }),
})
const limitOf = async (orderId: string, kind: LimitKind) =>
  (await read(orderId)).limits.find(limit => limit.kind === kind)
const dueOrder = async (status: OrderStatus, kind: LimitKind) => {
  const order = await bringTestOrder(database.db, status)
  await setDue(order.orderId, kind, -1)
  return order
}

const takeMoneyAndStock = (orderId: string, paymentId: string) =>
  inTransaction(database.db, async tx => {
    await confirmStock(tx, orderId, paymentId)
    await markPaymentCharged(tx, paymentId, `ch_${paymentId}`)
  })

const cancelling = [
  ['reservation', 'STOCK_RESERVED', 'reservation-expired'],
  ['payment', 'PAYMENT_PROCESSING', 'payment-expired'],
  ['confirmation', 'PAID', 'confirmation-expired'],
] as const

test.each(Object.keys(orderLimits) as LimitKind[])(
  'a %s limit of an order that has moved on does nothing to it, in whatever state it is',
  async kind => {
    for (const status of orderStatuses.filter(
      one => !(orderLimits[kind].inStatuses as readonly string[]).includes(one),
    )) {
      const { orderId } = await dueOrder(status, kind)
      const { limits: _before, ...before } = await read(orderId)
      expect(await enforceLimit(deps, orderId, kind)).toBe('moot')
      const { limits, ...after } = await read(orderId)
      expect(after).toEqual(before)
      expect(limits.find(limit => limit.kind === kind)).toMatchObject({ outcome: 'moot', settledAt: expect.any(Date) })
    }
  },
)

test.each(cancelling)(
  'a %s limit of a paused order stands still, and is enforced once the order goes on',
  async (kind, status) => {
    const { orderId } = await dueOrder(status, kind)
    const pauseId = newId('pause', new Date())
    await pauseOrder(database.db, { orderId, pauseId, operatorId: 'op_1', reason: 'asked about' })
    const before = await read(orderId)
    await enforceLimit(deps, orderId, kind)
    await enforceDueLimits(deps)
    expect(await read(orderId)).toEqual(before)
    await resumeOrder(database.db, { orderId, pauseId, operatorId: 'op_1', leaseSeconds: 30 })
    expect((await limitOf(orderId, kind))?.dueAt.getTime()).toBeGreaterThan(
      before.limits.find(limit => limit.kind === kind)?.dueAt.getTime() ?? 0,
    )
    expect(await enforceLimit(deps, orderId, kind)).toBe('enforced')
  },
)

test.each(cancelling)(
  'a %s limit is enforced once by ten at once: one request to cancel, by the system',
  async (kind, status, reason) => {
    const { orderId } = await dueOrder(status, kind)
    const { events } = await read(orderId)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => enforceLimit(deps, orderId, kind)))
    expect(outcomes.sort()).toEqual(['enforced', ...Array.from({ length: 9 }, () => 'moot')])
    const after = await read(orderId)
    expect(after.cancellations).toMatchObject([{ reason, mover: 'system', fromStatus: status, status: 'REQUESTED' }])
    expect(after.events).toBe(events + 1)
    expect(after.order.status).toBe(status)
    expect(await limitOf(orderId, kind)).toMatchObject({ outcome: 'enforced' })
  },
)

test('a limit that is not due yet, or is settled, does nothing', async () => {
  const { orderId } = await bringTestOrder(database.db, 'STOCK_RESERVED')
  await setDue(orderId, 'reservation', 60)
  expect(await enforceLimit(deps, orderId, 'reservation')).toBe('moot')
  expect(await read(orderId)).toMatchObject({ cancellations: [], limits: [{ outcome: null }] })
  expect(await enforceLimit(deps, newId('order', new Date()), 'reservation')).toBe('moot')
})

test('where the order is being cancelled already the limit adds nothing: the request does its work', async () => {
  for (const [kind, status] of cancelling) {
    const { orderId, owner } = await dueOrder(status, kind)
    const { policy } = deps
    const asked = { orderId, owner, cancellationId: newCancellationId(), by: 'shopper', policy } as const
    await inTransaction(database.db, tx => requestCancellation(tx, asked))
    const { cancellations } = await read(orderId)
    expect(await enforceLimit(deps, orderId, kind)).toBe('moot')
    expect((await read(orderId)).cancellations).toEqual(cancellations)
  }
})

test('shipping that has not started puts the order in front of an operator, once, and does not touch it', async () => {
  for (const status of ['CONFIRMED', 'PREPARING'] as const) {
    const { orderId } = await dueOrder(status, 'shipping-start')
    const outcomes = await Promise.all([1, 2, 3].map(() => enforceLimit(deps, orderId, 'shipping-start')))
    expect(outcomes.sort()).toEqual(['enforced', 'moot', 'moot'])
    const { order, incidents, cancellations } = await read(orderId)
    expect(order).toMatchObject({ status, needsAttention: true })
    expect(incidents).toMatchObject([{ kind: 'shipping-late', occurrences: 1, resolvedAt: null }])
    expect(cancellations).toEqual([])
  }
})

test('a delivery that nobody objects to completes once, by the system', async () => {
  const { orderId } = await dueOrder('DELIVERED', 'completion')
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => enforceLimit(deps, orderId, 'completion')))
  expect(outcomes.filter(outcome => outcome === 'enforced')).toHaveLength(1)
  expect((await read(orderId)).order.status).toBe('COMPLETED')
  expect(await database.db.orderHistory.findFirst({ where: { orderId }, orderBy: { version: 'desc' } })).toMatchObject({
    reason: 'purchase-confirmed',
    mover: 'system',
  })
})

test('an open return puts the completion off: it looks again later, and completes once the return is decided', async () => {
  const { orderId, owner } = await dueOrder('DELIVERED', 'completion')
  const returnId = newId('return', new Date())
  await inTransaction(database.db, tx =>
    requestReturn(tx, { orderId, owner, returnId, by: 'shopper', reason: 'changed-mind' }),
  )
  expect(await enforceLimit(deps, orderId, 'completion')).toBe('later')
  const postponed = await limitOf(orderId, 'completion')
  expect(postponed).toMatchObject({ outcome: null, settledAt: null })
  expect(postponed?.dueAt.getTime()).toBeGreaterThan(Date.now() + 30 * 60_000)
  expect(await enforceLimit(deps, orderId, 'completion')).toBe('moot')
  expect((await read(orderId)).order.status).toBe('DELIVERED')

  await database.db.returnRequest.update({ where: { id: returnId }, data: { status: 'REJECTED' } })
  await database.db.orderLine.updateMany({ where: { orderId }, data: { returnQuantity: 0 } })
  await setDue(orderId, 'completion', -1)
  expect(await enforceLimit(deps, orderId, 'completion')).toBe('enforced')
})

test('a payment that is opened in the moment in which the reservation runs out: either it is, or the order is cancelled unpaid', async () => {
  for (let round = 0; round < 12; round += 1) {
    const { orderId, owner, paymentId } = await dueOrder('STOCK_RESERVED', 'reservation')
    const paying = { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 }
    const [opened, outcome] = await Promise.all([
      openPayment(database.db, paying).then(
        () => true,
        () => false,
      ),
      enforceLimit(deps, orderId, 'reservation'),
    ])
    const { order, cancellations } = await read(orderId)
    // Opened before the limit, it is paid; opened after it, its saga finds the request before its first step.
    if (outcome === 'moot')
      expect({ opened, cancellations, status: order.status }).toMatchObject({
        opened: true,
        cancellations: [],
        status: 'PAYMENT_PROCESSING',
      })
    else expect(cancellations).toMatchObject([{ reason: 'reservation-expired', status: 'REQUESTED' }])
  }
})

test('a payment that is through in the moment of its limit: either the order is paid, or its saga stops before the pivot', async () => {
  for (let round = 0; round < 16; round += 1) {
    const { orderId, paymentId } = await dueOrder('PAYMENT_PROCESSING', 'payment')
    await takeMoneyAndStock(orderId, paymentId)
    const saga = {
      id: `pay-order:${paymentId}`,
      name: 'pay-order',
      orderId,
      correlationId: 'cor',
      generation: 1,
      leaseSeconds: 30,
    }
    const data = { orderId, paymentId, card: true, wallet: false, coupon: false }
    const pivot = markPaidStep(deps.policy)
    if (pivot.reach === 'wait') throw new Error('mark-paid does not wait')
    const row = { id: pivot.id, kind: pivot.kind, position: 4, direction: 'FORWARD', stopsOnCancel: true } as const
    const [paid, limit] = await Promise.all([
      runStep(database.db, pivot, { saga, data, results: {} }, row),
      enforceLimit(deps, orderId, 'payment'),
    ])
    const { order, cancellations } = await read(orderId)
    if (limit === 'moot') {
      expect(paid).toMatchObject({ recorded: { status: 'DONE' } })
      expect({ status: order.status, cancellations }).toEqual({ status: 'PAID', cancellations: [] })
    } else {
      expect(paid).toEqual({ stop: 'cancel-requested' })
      expect(order.status).toBe('PAYMENT_PROCESSING')
      expect(cancellations).toMatchObject([{ reason: 'payment-expired' }])
    }
  }
})

test('what is due is enforced each on its own: one that cannot be now does not keep the others from it', async () => {
  const orders = []
  for (const [kind, status] of cancelling) orders.push({ kind, ...(await dueOrder(status, kind)) })
  const moved = await dueOrder('CANCELLED', 'reservation')
  // An order without its payment cannot be told to stop.
  const broken = await dueOrder('PAYMENT_PROCESSING', 'payment')
  const payments = await database.db.payment.findMany({ where: { orderId: broken.orderId } })
  await database.db.payment.deleteMany({ where: { orderId: broken.orderId } })
  expect(await enforceDueLimits(deps)).toEqual({ enforced: 3, failed: 1 })
  for (const { orderId, kind } of orders) expect(await limitOf(orderId, kind)).toMatchObject({ outcome: 'enforced' })
  expect(await limitOf(moved.orderId, 'reservation')).toMatchObject({ outcome: 'moot' })
  expect(await listDueLimits(database.db, 10)).toEqual([{ orderId: broken.orderId, kind: 'payment' }])

  await database.db.payment.createMany({ data: payments })
  expect(await enforceDueLimits(deps)).toEqual({ enforced: 1, failed: 0 })
  expect(await enforceDueLimits(deps)).toEqual({ enforced: 0, failed: 0 })
})
