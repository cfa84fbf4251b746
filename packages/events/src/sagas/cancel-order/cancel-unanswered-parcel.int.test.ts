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
const parcelAtCarrier = async (orderId: string) => {
  const [parcel] = await stand.db.$queryRaw<{ ref: string; status: string }[]>`
    select ref, status from sandbox.shipment where order_id = ${orderId}`
  return parcel ?? expect.fail('the carrier has no parcel')
}

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
