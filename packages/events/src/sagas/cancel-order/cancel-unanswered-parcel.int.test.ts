import { forceUndo } from '@makegood/db/incident/force-undo'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { compareParcels } from '../../../simulation/judging/compare-parcels.ts'
import { type SagaStand, startSagaStand } from '../../../test/start-saga-stand.ts'

let stand: SagaStand
beforeAll(async () => {
  stand = await startSagaStand({ policy: { POLICY_STEP_ATTEMPTS: '2' } })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
  expect(await compareParcels(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const waitMs = { timeout: 45_000, interval: 20 }
const parcelsAtCarrier = (orderId: string) =>
  stand.db.$queryRaw<{ ref: string; key: string; status: string }[]>`
    select ref, key, status from sandbox.shipment where order_id = ${orderId} order by created_at`
const parcelAtCarrier = async (orderId: string) =>
  (await parcelsAtCarrier(orderId))[0] ?? expect.fail('the carrier has no parcel')

/** A paid order whose parcel the carrier has registered without ever saying so, and that waits for a person. */
const unheardParcel = async () => {
  await stand.setFaults({ carrier: { mode: 'register-then-timeout' } })
  const order = await stand.reservedOrder()
  await stand.pay(order)
  const { ref } = await vi.waitFor(() => parcelAtCarrier(order.orderId), waitMs)
  await stand.setFaults({ carrier: { mode: 'down' } })
  await stand.waitForSaga(`fulfil-order:${order.orderId}`, 'NEEDS_ATTENTION', waitMs.timeout)
  expect(await stand.db.shipment.count({ where: { orderId: order.orderId } })).toBe(0)
  await stand.clearFaults()
  return { ...order, ref }
}
/** Waits while the circuit to a carrier that was ill stays open: a shopper's request is held then, and goes on by itself. */
const needsNobody = (orderId: string) =>
  vi.waitFor(
    async () => {
      await stand.db.incident.updateMany({
        where: { orderId, nextTryAt: { not: null } },
        data: { nextTryAt: new Date(0) },
      })
      const order = await stand.db.order.findUniqueOrThrow({ where: { id: orderId } })
      expect(order).toMatchObject({ needsAttention: false, cancelling: false })
    },
    { timeout: 100_000, interval: 200 },
  )

test('an order that is cancelled takes its parcel back, of which the shop has never heard', {
  timeout: 150_000,
}, async () => {
  const order = await unheardParcel()
  await stand.cancel(order)
  await stand.waitForStatus(order.orderId, 'CANCELLED', 100_000)
  await needsNobody(order.orderId)
  await stand.waitForSaga(`fulfil-order:${order.orderId}`, 'UNDONE')
  expect(await parcelAtCarrier(order.orderId)).toMatchObject({ status: 'cancelled' })
})

test('an order whose unheard parcel has left is not cancelled: it is delivered', { timeout: 150_000 }, async () => {
  const order = await unheardParcel()
  await stand.moveParcel(order.ref, 'handed-over')
  const cancellationId = await stand.cancel(order)
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'UNDONE', 100_000)
  await stand.waitForStatus(order.orderId, 'SHIPPING', 100_000)
  await needsNobody(order.orderId)
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

/** Asks to cancel while the carrier is silent, until the cancelling waits for a person; the shop's own next try is far off. */
const heldCancelling = async (order: Awaited<ReturnType<typeof unheardParcel>>) => {
  await stand.setFaults({ carrier: { mode: 'down' } })
  const sagaId = `cancel-order:${await stand.cancel(order)}`
  await stand.waitForSaga(sagaId, 'NEEDS_ATTENTION', waitMs.timeout)
  const incident = await stand.db.incident.findFirstOrThrow({ where: { sagaId, stepId: 'cancel-shipment' } })
  await stand.db.incident.update({ where: { id: incident.id }, data: { nextTryAt: null } })
  return { sagaId, incidentId: incident.id }
}
const operator = { operatorId: 'op_1', leaseSeconds: 30 }
const turnRound = async ({ sagaId, incidentId }: Awaited<ReturnType<typeof heldCancelling>>) => {
  await forceUndo(stand.db, { ...operator, incidentId, reason: 'the shopper wants it after all' })
  stand.outbox.nudge()
  await stand.waitForSaga(sagaId, 'UNDONE')
}
/** The delivery hears of the request where it waits: it turns round, and asks the carrier to take its parcel back. */
const letItStop = async (orderId: string) => {
  const sagaId = `fulfil-order:${orderId}`
  const { id: incidentId } = await stand.db.incident.findFirstOrThrow({ where: { sagaId, resolvedAt: null } })
  await retryIncident(stand.db, { ...operator, incidentId, correlationId: 'cor_operator' })
  stand.outbox.nudge()
}
const goesOnWithOneParcel = async (orderId: string) => {
  await stand.waitForStatus(orderId, 'PREPARING', 100_000)
  await stand.waitForSaga(`fulfil-order:${orderId}`, 'COMPLETED')
  await needsNobody(orderId)
  const key = `fulfil-order:${orderId}:register-shipment`
  expect(await parcelsAtCarrier(orderId)).toMatchObject([
    { key, status: 'cancelled' },
    { key: `${key}:again-1`, status: 'registered' },
  ])
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
}

test('an order whose delivery has stopped for a cancelling that an operator turns round goes on by itself, with one parcel', {
  timeout: 200_000,
}, async () => {
  const order = await unheardParcel()
  const cancelling = await heldCancelling(order)
  await stand.clearFaults()
  await vi.waitFor(
    async () => {
      const { status } = await stand.db.saga.findUniqueOrThrow({ where: { id: `fulfil-order:${order.orderId}` } })
      // The circuit to a carrier that was ill stays open for a while after it is well.
      if (status === 'NEEDS_ATTENTION') await letItStop(order.orderId)
      expect(status).toBe('UNDONE')
    },
    { timeout: 60_000, interval: 500 },
  )
  expect(await stand.statusOf(order.orderId)).toBe('CONFIRMED')
  await turnRound(cancelling)
  await goesOnWithOneParcel(order.orderId)
})

test('a delivery that is still on its way back when the cancelling comes to nothing goes on by itself once it is back', {
  timeout: 200_000,
}, async () => {
  const order = await unheardParcel()
  const cancelling = await heldCancelling(order)
  await letItStop(order.orderId)
  await vi.waitFor(
    async () =>
      expect(await stand.db.saga.findUniqueOrThrow({ where: { id: `fulfil-order:${order.orderId}` } })).toMatchObject({
        status: 'NEEDS_ATTENTION',
        direction: 'UNDOING',
      }),
    waitMs,
  )
  await turnRound(cancelling)
  expect(await stand.statusOf(order.orderId)).toBe('CONFIRMED')
  await stand.clearFaults()
  await needsNobody(order.orderId)
  await goesOnWithOneParcel(order.orderId)
})
