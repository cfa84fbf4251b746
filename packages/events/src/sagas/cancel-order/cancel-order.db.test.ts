import type { CancelShipmentAnswer } from '@makegood/core/ports/carrier'
import type { RefundRequest } from '@makegood/core/ports/payment-gateway'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { forceUndo } from '@makegood/db/incident/force-undo'
import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { confirmOrder } from '@makegood/db/order/confirm-order'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { type BroughtOrder, bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { createTestShopper } from '@makegood/db/testing/create-test-shopper'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { participants } from '../../participants/participants.ts'
import type { Deps } from '../../saga/deps.ts'
import { runSaga } from '../../saga/run-saga.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { createTestEngine } from '../../testing/test-engine.ts'
import { cancelOrder } from './cancel-order.ts'

let database: TestDatabase
let deps: Deps
let refunds: RefundRequest[] = []
let cancels: string[] = []
let carrierSays: CancelShipmentAnswer

beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', {
    gateway: testPort('gateway', {
      refund: async request => {
        refunds.push(request)
        return { outcome: 'ok', refundRef: `re_${request.key}`, status: 'succeeded' }
      },
    }),
    carrier: testPort('carrier', {
      cancel: async ({ key }) => {
        cancels.push(key)
        return carrierSays
      },
    }),
  })
})
beforeEach(() => {
  refunds = []
  cancels = []
  carrierSays = { outcome: 'ok' }
})
afterEach(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const ask = async (
  { orderId, owner }: BroughtOrder,
  by: 'shopper' | 'operator' = 'shopper',
  cancelFeePercent = deps.policy.cancelFeePercent,
) => {
  const cancellationId = newCancellationId()
  const request = { orderId, cancellationId, by, policy: { cancelFeePercent }, ...(by === 'shopper' ? { owner } : {}) }
  const fromStatus = await inTransaction(database.db, tx => requestCancellation(tx, request))
  return { orderId, cancellationId, fromStatus }
}
type Asked = Awaited<ReturnType<typeof ask>>

const run = (input: Asked, policy: Partial<Deps['policy']> = {}, generation = 1) => {
  const changed = { ...deps, policy: { ...deps.policy, ...policy } }
  const start = { input, correlationId: 'cor_test', generation }
  return runSaga(changed, cancelOrder(changed, participants), start, createTestEngine({ attempts: 2 }))
}

const read = async ({ orderId, cancellationId }: Asked) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  request: await database.db.cancellation.findUniqueOrThrow({ where: { id: cancellationId } }),
  legs: (await database.db.refund.findMany({ where: { orderId }, orderBy: { leg: 'asc' } })).map(
    ({ leg, amountMinor, status }) => ({ leg, amountMinor, status }),
  ),
  reservations: await database.db.stockReservation.findMany({ where: { orderId } }),
  told: (await database.db.outbox.findMany({ where: { payload: { path: ['orderId'], equals: orderId } } })).map(
    event => event.name,
  ),
  incidents: await database.db.incident.findMany({ where: { orderId } }),
})

/** An order of 28,000 won, 8,000 of them from the wallet. */
const mixedOrder = async (status: 'PAID' | 'CONFIRMED') => {
  const userId = await createTestShopper(database.db, { balanceMinor: 10_000n })
  return { userId, order: await bringTestOrder(database.db, status, { userId, walletMinor: 8_000n }) }
}

test('an order that moved on after it was asked about is not cancelled: the request is refused, who asked is told, no money moves', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const asked = await ask(order)
  await inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, order.orderId)
    await confirmOrder(tx, { ...order, version }, { mover: 'system' }, 600)
  })
  expect(await run(asked)).toMatchObject({ ended: 'UNDONE' })
  const { order: row, request, legs, told } = await read(asked)
  expect(row.status).toBe('CONFIRMED')
  expect(request).toMatchObject({ status: 'REFUSED', refusal: 'order-moved-on', feeMinor: 0n })
  expect(told).toContain('order/cancel.refused')
  expect(told).not.toContain('order/cancelled')
  expect({ legs, refunds }).toEqual({ legs: [], refunds: [] })
})

test('where more would go back than is left nothing moves: a person decides, and the request stays open', async () => {
  const order = await bringTestOrder(database.db, 'PAID')
  const { paymentId, orderId } = order
  const counters = (cardRefundedMinor: bigint) =>
    database.db.payment.update({ where: { id: paymentId }, data: { cardRefundedMinor } })
  const asked = await ask(order)
  await counters(1n)
  expect(await run(asked)).toMatchObject({ ended: 'NEEDS_ATTENTION' })
  const { order: row, request, legs, incidents } = await read(asked)
  expect(row).toMatchObject({ status: 'PAID', needsAttention: true })
  expect(request.status).toBe('REQUESTED')
  expect({ legs, refunds }).toEqual({ legs: [], refunds: [] })
  expect(incidents).toMatchObject([
    { orderId, kind: 'saga-held', detail: expect.stringContaining('more than is left') },
  ])
  await counters(0n)
})

test('a carrier that has the parcel in hand refuses the request: the order goes on with its parcel and its money', async () => {
  carrierSays = { outcome: 'declined', reason: 'already-handed-over', carrierCode: 'IN_HAND' }
  const packed = await bringTestOrder(database.db, 'PREPARING')
  const asked = await ask(packed, 'operator')
  expect(await run(asked)).toMatchObject({ ended: 'UNDONE' })
  const { order, request, legs } = await read(asked)
  expect(order.status).toBe('PREPARING')
  expect(request).toMatchObject({ status: 'REFUSED', refusal: 'already-handed-over' })
  expect({ legs, refunds }).toEqual({ legs: [], refunds: [] })
  await expect(ask(packed, 'operator')).rejects.toMatchObject({ code: 'order-dispatched' })
})

test('a carrier that does not know the parcel leaves it to a person, who says that it is back or lets the order go on', async () => {
  carrierSays = { outcome: 'declined', reason: 'unknown-shipment', carrierCode: 'SHIPMENT_NOT_FOUND' }
  const [back, onward] = [
    await bringTestOrder(database.db, 'PREPARING'),
    await bringTestOrder(database.db, 'PREPARING'),
  ]
  const stop = async (order: BroughtOrder) => {
    const asked = await ask(order, 'operator')
    expect(await run(asked)).toMatchObject({ ended: 'NEEDS_ATTENTION' })
    const { order: row, request, incidents } = await read(asked)
    expect(row).toMatchObject({ status: 'PREPARING', cancelling: true, needsAttention: true })
    expect(request.status).toBe('REQUESTED')
    expect(incidents).toMatchObject([{ kind: 'saga-held', stepId: 'cancel-shipment', code: 'SHIPMENT_NOT_FOUND' }])
    return { ...asked, incidentId: incidents[0]?.id ?? '' }
  }
  const by = { operatorId: 'op_1', leaseSeconds: 30, reason: 'asked the carrier' }
  const taken = await stop(back)
  const { incidentId } = taken
  await settleByHand(database.db, { ...by, incidentId, role: 'operations', reference: null })
  expect(await run(taken, {}, 2)).toMatchObject({ ended: 'COMPLETED' })
  expect((await read(taken)).order).toMatchObject({ status: 'CANCELLED', needsAttention: false })
  const left = await stop(onward)
  await forceUndo(database.db, { ...by, incidentId: left.incidentId })
  expect(await run(left, {}, 2)).toMatchObject({ ended: 'UNDONE' })
  const { order, request, incidents } = await read(left)
  expect(order).toMatchObject({ status: 'PREPARING', cancelling: false, needsAttention: false })
  expect(request).toMatchObject({ status: 'REFUSED', refusal: 'operator-undo' })
  expect(incidents).toMatchObject([{ resolution: 'went-on' }])
})

test('a carrier that cannot be reached says neither yes nor no: a person decides, asked with one key', async () => {
  carrierSays = { outcome: 'unknown', detail: 'no answer' }
  const asked = await ask(await bringTestOrder(database.db, 'PREPARING'), 'operator')
  expect(await run(asked)).toMatchObject({ ended: 'NEEDS_ATTENTION' })
  const { order, request, incidents } = await read(asked)
  expect(order).toMatchObject({ status: 'PREPARING', needsAttention: true })
  expect(request.status).toBe('REQUESTED')
  expect(incidents).toMatchObject([{ kind: 'saga-held', stepId: 'cancel-shipment' }])
  expect(cancels).toEqual(Array.from({ length: 2 }, () => `cancel-order:${asked.cancellationId}:cancel-shipment`))
})

test('a parcel that is taken back, or was already, is cancelled with its order', async () => {
  for (const answer of [
    { outcome: 'ok' },
    { outcome: 'declined', reason: 'already-cancelled', carrierCode: 'GONE' },
  ] as const) {
    carrierSays = answer
    const order = await bringTestOrder(database.db, 'PREPARING')
    const key = `fulfil-order:${order.orderId}:register-shipment`
    await database.db.shipment.updateMany({ where: { orderId: order.orderId }, data: { key } })
    const asked = await ask(order, 'operator')
    expect(await run(asked)).toMatchObject({ ended: 'COMPLETED' })
    expect((await read(asked)).order.status).toBe('CANCELLED')
    expect(await database.db.shipment.findUniqueOrThrow({ where: { key } })).toMatchObject({ status: 'CANCELLED' })
  }
})

test.each([
  ['a shopper before the confirmation', 'PAID', 'shopper', 5, 0n, 20_000n, 8_000n],
  ['a shopper after it: the card first, the fee from what is left', 'CONFIRMED', 'shopper', 5, 1_400n, 20_000n, 6_600n],
  ['a shopper, with a fee that is rounded down', 'CONFIRMED', 'shopper', 3, 840n, 20_000n, 7_160n],
  ['a shopper, where the shop keeps most of it', 'CONFIRMED', 'shopper', 90, 25_200n, 2_800n, 0n],
  ['a shopper, where the shop keeps all of it', 'CONFIRMED', 'shopper', 100, 28_000n, 0n, 0n],
  ['an operator, who never charges for it', 'CONFIRMED', 'operator', 5, 0n, 20_000n, 8_000n],
] as const)('cancelled by %s', async (_who, status, by, cancelFeePercent, feeMinor, cardMinor, walletMinor) => {
  const { userId, order } = await mixedOrder(status)
  const asked = await ask(order, by, cancelFeePercent)
  // What policy says later makes the fee of a request neither more nor less.
  expect(await run(asked, { cancelFeePercent: 50 })).toMatchObject({ ended: 'COMPLETED' })
  const { order: row, request, legs, reservations, told } = await read(asked)
  expect(row.status).toBe('CANCELLED')
  expect(request).toMatchObject({ status: 'DONE', feeMinor })
  const done = (leg: string, amountMinor: bigint) => (amountMinor > 0n ? [{ leg, amountMinor, status: 'DONE' }] : [])
  expect(legs).toEqual([...done('card', cardMinor), ...done('wallet', walletMinor)])
  expect(refunds.map(({ key, amount }) => ({ key, amount }))).toEqual(
    cardMinor > 0n
      ? [
          {
            key: `cancel-order:${asked.cancellationId}:refund-card`,
            amount: { amountMinor: cardMinor, currency: 'KRW' },
          },
        ]
      : [],
  )
  expect(await database.db.wallet.findUniqueOrThrow({ where: { userId } })).toMatchObject({
    balanceMinor: 2_000n + walletMinor,
  })
  expect(reservations).toMatchObject([{ status: 'RELEASED' }])
  expect(told).toContain('order/cancelled')
  const payment = await database.db.payment.findUniqueOrThrow({ where: { id: order.paymentId } })
  expect(payment).toMatchObject({ cardRefundedMinor: cardMinor, walletRefundedMinor: walletMinor })
})

test('an order that nothing was paid for is cancelled without a refund, its stock free', async () => {
  const asked = await ask(await bringTestOrder(database.db, 'STOCK_RESERVED'))
  expect(await run(asked)).toMatchObject({ ended: 'COMPLETED' })
  const { order, request, legs, reservations } = await read(asked)
  expect(order.status).toBe('CANCELLED')
  expect(request).toMatchObject({ status: 'DONE', feeMinor: 0n })
  expect(legs).toEqual([])
  expect(reservations).toMatchObject([{ status: 'RELEASED' }])
})

test('a cancelling that is delivered five times at once cancels, refunds and restocks once', async () => {
  const { userId, order } = await mixedOrder('CONFIRMED')
  const asked = await ask(order)
  const ends = await Promise.all(Array.from({ length: 5 }, () => run(asked)))
  expect(ends).toContainEqual({ sagaId: `cancel-order:${asked.cancellationId}`, ended: 'COMPLETED' })
  const { order: row, legs } = await read(asked)
  expect(row.status).toBe('CANCELLED')
  expect(legs).toEqual([
    { leg: 'card', amountMinor: 20_000n, status: 'DONE' },
    { leg: 'wallet', amountMinor: 6_600n, status: 'DONE' },
  ])
  expect(new Set(refunds.map(({ key }) => key)).size).toBe(1)
  expect(await database.db.wallet.findUniqueOrThrow({ where: { userId } })).toMatchObject({ balanceMinor: 8_600n })
})
