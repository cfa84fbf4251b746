import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { requestReturn } from '@makegood/db/return/request-return'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { enforceDueLimits } from './enforce-due-limits.ts'

// Long enough that an order gets past a limit that it shall not meet, on a busy machine too.
const seconds = 4
const policy = {
  POLICY_RESERVATION_SECONDS: String(seconds),
  POLICY_PAYMENT_SECONDS: String(seconds),
  POLICY_CONFIRMATION_SECONDS: String(seconds),
  POLICY_SHIPPING_START_SECONDS: String(seconds),
  POLICY_COMPLETION_SECONDS: String(seconds),
  POLICY_HOLD_FROM_MINOR: '1000000',
}
const lateMax = 5
/** Killed with -9, a real Inngest server loses what it had not written down yet; then the job of each minute enforces it. */
const lateAfterKillMax = process.env.SAGA_ENGINE_PROGRAM ? 65 : lateMax
let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand({ policy })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  await vi.waitFor(async () => expect(await stand.db.saga.count({ where: { status: 'RUNNING' } })).toBe(0), {
    timeout: 30_000,
    interval: 20,
  })
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

/** By how many seconds the limit was enforced after its time; never before it. */
const latenessOf = async (orderId: string, kind: string): Promise<number> => {
  const limit = await stand.db.orderLimit.findUniqueOrThrow({ where: { orderId_kind: { orderId, kind } } })
  expect(limit.outcome).toBe('enforced')
  return ((limit.settledAt?.getTime() ?? 0) - limit.dueAt.getTime()) / 1000
}

const expectInTime = async (orderId: string, kind: string): Promise<void> => {
  const late = await latenessOf(orderId, kind)
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(lateMax)
}

const historyOf = async (orderId: string) =>
  (await stand.db.orderHistory.findMany({ where: { orderId }, orderBy: { version: 'asc' } })).map(row => row.reason)

test('a reservation that nobody pays is released at its time, and the order cancelled', async () => {
  const { orderId } = await stand.reservedOrder()
  await stand.waitForStatus(orderId, 'CANCELLED')
  await expectInTime(orderId, 'reservation')
  expect(await historyOf(orderId)).toEqual(['placed', 'stock-reserved', 'reservation-expired'])
})

test('a payment that the shopper never approves is undone at its time, and the order cancelled', async () => {
  const order = await stand.reservedOrder()
  await stand.pay(order, 'pm_card_authenticationRequired')
  await stand.waitForStatus(order.orderId, 'CANCELLED')
  await expectInTime(order.orderId, 'payment')
  expect(await historyOf(order.orderId)).toEqual(['placed', 'stock-reserved', 'payment-opened', 'payment-expired'])
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })
})

test('an order that is held and not confirmed in its time is refunded and cancelled', async () => {
  const { variantId } = await seedProductWithStock(stand.db, { units: 3, priceMinor: 1_000_000n })
  const order = await stand.reservedOrder({ lines: [{ variantId, quantity: 1 }] })
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PAID')
  await stand.waitForStatus(order.orderId, 'CANCELLED')
  await expectInTime(order.orderId, 'confirmation')
  await vi.waitFor(
    async () => expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 1_000_000 }),
    { timeout: 10_000, interval: 20 },
  )
  const cancellation = await stand.db.cancellation.findFirstOrThrow({ where: { orderId: order.orderId } })
  await stand.waitForSaga(`cancel-order:${cancellation.id}`, 'COMPLETED')
})

test('an order that the carrier has not taken in its time is in front of an operator, and goes on', async () => {
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  await vi.waitFor(
    async () =>
      expect(await stand.db.incident.findMany({ where: { orderId: order.orderId } })).toMatchObject([
        { kind: 'shipping-late', resolvedAt: null },
      ]),
    { timeout: 20_000, interval: 20 },
  )
  await expectInTime(order.orderId, 'shipping-start')
  expect(await stand.statusOf(order.orderId)).toBe('PREPARING')
})

const deliver = async (order: Awaited<ReturnType<SagaStand['reservedOrder']>>): Promise<void> => {
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  await stand.moveParcel(await stand.parcelOf(order.orderId), 'handed-over')
  await stand.moveParcel(await stand.parcelOf(order.orderId), 'in-transit')
  await stand.moveParcel(await stand.parcelOf(order.orderId), 'delivered')
  await stand.waitForStatus(order.orderId, 'DELIVERED')
}

test('a delivery that nobody objects to is completed at its time', async () => {
  const order = await stand.reservedOrder()
  await deliver(order)
  await stand.waitForStatus(order.orderId, 'COMPLETED')
  await expectInTime(order.orderId, 'completion')
})

test('a return that is asked for in time keeps the order from being completed', async () => {
  const order = await stand.reservedOrder()
  await deliver(order)
  await stand.askForReturn(order)
  await vi.waitFor(
    async () => {
      await enforceDueLimits(stand.deps)
      const limit = await stand.db.orderLimit.findUniqueOrThrow({
        where: { orderId_kind: { orderId: order.orderId, kind: 'completion' } },
      })
      // Put off: it looks again later.
      expect(limit.dueAt.getTime()).toBeGreaterThan(Date.now() + 60_000)
    },
    { timeout: 20_000, interval: 50 },
  )
  expect(await stand.statusOf(order.orderId)).toBe('DELIVERED')
})

test('return against auto-complete in the same moment: one wins, the loser is told why', async () => {
  const orders = await Promise.all(Array.from({ length: 4 }, () => stand.reservedOrder()))
  await Promise.all(orders.map(deliver))
  const outcomes = await Promise.all(
    orders.map(async order => {
      const { orderId, owner } = order
      await stand.db.orderLimit.update({
        where: { orderId_kind: { orderId, kind: 'completion' } },
        data: { dueAt: new Date() },
      })
      const request = {
        orderId,
        owner,
        returnId: newId('return', new Date()),
        by: 'shopper',
        reason: 'changed-mind',
      } as const
      const [asked] = await Promise.allSettled([
        inTransaction(stand.db, tx => requestReturn(tx, request)),
        enforceDueLimits(stand.deps),
      ])
      return { status: await stand.statusOf(orderId), asked }
    }),
  )
  for (const { status, asked } of outcomes) {
    if (asked.status === 'fulfilled') expect(status).toBe('DELIVERED')
    else expect({ status, code: asked.reason.code }).toEqual({ status: 'COMPLETED', code: 'return-not-possible' })
  }
})

test('after a restart of the engine in between, a limit is still enforced within seconds of its time or of the return', async () => {
  const { orderId } = await stand.reservedOrder()
  await stand.engine.kill('SIGKILL')
  await stand.engine.start()
  // Nobody can enforce anything while the engine is away: how long its start takes is the machine's matter.
  const backAt = Date.now()
  await stand.waitForStatus(orderId, 'CANCELLED', 90_000)
  const { settledAt, dueAt } = await stand.db.orderLimit.findUniqueOrThrow({
    where: { orderId_kind: { orderId, kind: 'reservation' } },
  })
  expect((settledAt?.getTime() ?? 0) - Math.max(dueAt.getTime(), backAt)).toBeLessThan(lateAfterKillMax * 1000)
  expect(await latenessOf(orderId, 'reservation')).toBeGreaterThanOrEqual(0)
}, 120_000)

test('pay against expiry in the same moment: either the order is paid with its stock, or cancelled without a charge kept', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => stand.reservedOrder()))
  const paid = await Promise.all(
    orders.map(async order => {
      const { orderId } = order
      await stand.db.orderLimit.update({
        where: { orderId_kind: { orderId, kind: 'reservation' } },
        data: { dueAt: new Date() },
      })
      const [pay] = await Promise.allSettled([stand.pay(order), enforceDueLimits(stand.deps)])
      stand.outbox.nudge()
      return pay
    }),
  )
  await vi.waitFor(
    async () => {
      for (const [index, { orderId }] of orders.entries()) {
        const status = await stand.statusOf(orderId)
        const { count, amountRefunded } = await stand.chargesOf(orderId)
        if (paid[index]?.status === 'fulfilled') expect(['PREPARING', 'CANCELLED']).toContain(status)
        else expect(status).toBe('CANCELLED')
        expect(count * 28_000 - amountRefunded).toBe(status === 'CANCELLED' ? 0 : 28_000)
      }
      expect(await stand.db.saga.count({ where: { status: 'RUNNING' } })).toBe(0)
    },
    { timeout: 30_000, interval: 50 },
  )
})
