import { forceUndo } from '@makegood/db/incident/force-undo'
import { resumeFromStep } from '@makegood/db/incident/resume-from-step'
import { retryIncident } from '@makegood/db/incident/retry-incident'
import { settleByHand } from '@makegood/db/incident/settle-by-hand'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand({ policy: { POLICY_STEP_ATTEMPTS: '2' } })
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const request = (incidentId: string) => ({ incidentId, operatorId: 'op_1', leaseSeconds: 30 })
const retry = async (incidentId: string) => {
  await retryIncident(stand.db, { ...request(incidentId), correlationId: 'cor_operator' })
  stand.outbox.nudge()
}
/** The order's one incident, once its saga has stopped so often. */
const incidentOf = (orderId: string, occurrences = 1) =>
  vi.waitFor(
    async () => {
      const [incident, ...others] = await stand.db.incident.findMany({ where: { orderId, resolvedAt: null } })
      expect(others).toEqual([])
      expect(incident).toMatchObject({ occurrences })
      const saga = await stand.db.saga.findUnique({ where: { id: incident?.sagaId ?? '' } })
      expect(saga?.status).toBe('NEEDS_ATTENTION')
      return incident ?? expect.fail()
    },
    { timeout: 45_000, interval: 20 },
  )
/** Does what an operator does until it helps: the circuit to a part that was ill stays open for a while after it is well. */
const untilEnded = async (sagaId: string, status: string, act: () => Promise<unknown>) => {
  await act()
  await vi.waitFor(
    async () => {
      const saga = await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })
      if (saga.status === 'NEEDS_ATTENTION') await act()
      stand.outbox.nudge()
      expect(saga.status).toBe(status)
    },
    { timeout: 60_000, interval: 200 },
  )
}
const needsAttention = async (orderId: string) =>
  (await stand.db.order.findUniqueOrThrow({ where: { id: orderId } })).needsAttention
const resolutionOf = async (id: string) => (await stand.db.incident.findUniqueOrThrow({ where: { id } })).resolution

/** An order that was cancelled in preparation while the gateway gives no money back. */
const stoppedRefund = async () => {
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  await stand.setFaults({ refund: { mode: 'error500' } })
  const cancellationId = await stand.cancel(order, 'operator')
  const incident = await incidentOf(order.orderId)
  expect(incident).toMatchObject({ kind: 'step-failed', stepId: 'refund-card' })
  return { orderId: order.orderId, sagaId: `cancel-order:${cancellationId}`, incidentId: incident.id }
}

test('an undo that could not ask the gateway is tried again: the charge goes back once, the order can be paid again', {
  timeout: 120_000,
}, async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'charge-then-timeout', times: 1 }, lookup: { mode: 'down' } })
  const paymentId = await stand.pay(order)
  await vi.waitFor(async () => expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 }), {
    timeout: 10_000,
    interval: 20,
  })
  // The next attempt would hear of the charge.
  await stand.setFaults({ payment: { mode: 'down' }, lookup: { mode: 'down' } })
  const incident = await incidentOf(order.orderId)
  expect(incident).toMatchObject({ kind: 'undo-failed', stepId: 'undo:charge-card' })
  await stand.clearFaults()
  await untilEnded(`pay-order:${paymentId}`, 'UNDONE', () => retry(incident.id))
  expect(await stand.statusOf(order.orderId)).toBe('STOCK_RESERVED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await needsAttention(order.orderId)).toBe(false)
})

test('a refund that failed is tried again by an operator: in vain while the gateway is ill, then it ends well and closes', async () => {
  const { orderId, sagaId, incidentId } = await stoppedRefund()
  await retry(incidentId)
  await incidentOf(orderId, 2)
  expect(await needsAttention(orderId)).toBe(true)
  await stand.clearFaults()
  await untilEnded(sagaId, 'COMPLETED', () => retry(incidentId))
  expect(await resolutionOf(incidentId)).toBe('went-on')
  expect(await needsAttention(orderId)).toBe(false)
  expect(await stand.chargesOf(orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
})

test('a refund that a person made outside is believed: the saga goes on without the gateway, the books have the reference', async () => {
  const { orderId, sagaId, incidentId } = await stoppedRefund()
  await settleByHand(stand.db, {
    ...request(incidentId),
    role: 'finance',
    reason: 'sent by bank',
    reference: 'bank 77',
  })
  stand.outbox.nudge()
  await stand.waitForSaga(sagaId, 'COMPLETED')
  expect(await resolutionOf(incidentId)).toBe('settled-by-hand')
  expect(await needsAttention(orderId)).toBe(false)
  expect(await stand.db.refund.findMany({ where: { orderId } })).toMatchObject([
    { status: 'DONE', gatewayRef: 'bank 77' },
  ])
  expect(await stand.chargesOf(orderId)).toMatchObject({ amountRefunded: 0 })
})

const heldByCarrier = async () => {
  await stand.setFaults({ carrier: { mode: 'down' } })
  const order = await stand.reservedOrder()
  await stand.pay(order)
  const { orderId } = order
  const incident = await incidentOf(orderId)
  expect(incident).toMatchObject({ kind: 'saga-held', stepId: 'register-shipment' })
  return { orderId, incidentId: incident.id }
}

test('a parcel that the carrier did not take is registered once the operator lets the saga go on at that step', async () => {
  const { orderId, incidentId } = await heldByCarrier()
  await stand.clearFaults()
  const goOn = () => resumeFromStep(stand.db, { ...request(incidentId), stepId: 'register-shipment' })
  await untilEnded(`fulfil-order:${orderId}`, 'COMPLETED', goOn)
  expect(await stand.statusOf(orderId)).toBe('PREPARING')
  expect(await resolutionOf(incidentId)).toBe('went-on')
  expect(await stand.db.shipment.count({ where: { orderId } })).toBe(1)
})

test('a parcel that the carrier said no to is asked for anew when an operator retries, and registered once', async () => {
  await stand.setFaults({ carrier: { mode: 'decline' } })
  const order = await stand.reservedOrder()
  const { orderId } = order
  await stand.pay(order)
  const incident = await incidentOf(orderId)
  expect(incident).toMatchObject({ kind: 'saga-held', stepId: 'register-shipment' })
  await stand.clearFaults()
  await untilEnded(`fulfil-order:${orderId}`, 'COMPLETED', () => retry(incident.id))
  expect(await stand.statusOf(orderId)).toBe('PREPARING')
  expect(await stand.db.shipment.findMany({ where: { orderId } })).toMatchObject([
    { key: `fulfil-order:${orderId}:register-shipment:again-1` },
  ])
})

test('a cancellation that an operator turns round is refused, and the order goes on', async () => {
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  await stand.setFaults({ 'carrier-cancel': { mode: 'error500' } })
  const cancellationId = await stand.cancel(order, 'operator')
  const incident = await incidentOf(order.orderId)
  expect(incident).toMatchObject({ kind: 'saga-held', stepId: 'cancel-shipment' })
  await forceUndo(stand.db, { ...request(incident.id), reason: 'the shopper wants it after all' })
  stand.outbox.nudge()
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'UNDONE')
  expect(await stand.statusOf(order.orderId)).toBe('PREPARING')
  expect(await stand.db.cancellation.findUnique({ where: { id: cancellationId } })).toMatchObject({
    status: 'REFUSED',
    refusal: 'operator-undo',
  })
  expect(await resolutionOf(incident.id)).toBe('went-on')
  expect(await needsAttention(order.orderId)).toBe(false)
})

/** Waits for the engine's own job, but not for the half minute until the first try is due. */
const untilItWentOn = async (id: string) => {
  await stand.clearFaults()
  await vi.waitFor(
    async () => {
      await stand.db.incident.updateMany({ where: { id, nextTryAt: { not: null } }, data: { nextTryAt: new Date(0) } })
      expect(await resolutionOf(id)).toBe('went-on')
    },
    { timeout: 90_000, interval: 500 },
  )
  const audit = await stand.db.auditEntry.findMany({ where: { subject: id } })
  expect(audit.length).toBeGreaterThan(0)
  for (const entry of audit) expect(entry).toMatchObject({ actorKind: 'system', action: 'incident.retry' })
}

test('a parcel that an outage of the carrier stopped is registered by itself once the carrier is back', {
  timeout: 120_000,
}, async () => {
  const { orderId, incidentId } = await heldByCarrier()
  expect(await needsAttention(orderId)).toBe(true)
  await untilItWentOn(incidentId)
  expect(await stand.statusOf(orderId)).toBe('PREPARING')
  expect(await needsAttention(orderId)).toBe(false)
  expect(await stand.db.shipment.count({ where: { orderId } })).toBe(1)
})

test('an undo that an outage of the gateway stopped is done by itself once the gateway is back, and the order can be paid again', {
  timeout: 120_000,
}, async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'error500' }, lookup: { mode: 'down' } })
  const paymentId = await stand.pay(order)
  const incident = await incidentOf(order.orderId)
  expect(incident).toMatchObject({ kind: 'undo-failed', stepId: 'undo:charge-card', nextTryAt: expect.any(Date) })
  await untilItWentOn(incident.id)
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await stand.statusOf(order.orderId)).toBe('STOCK_RESERVED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })
  expect(await needsAttention(order.orderId)).toBe(false)
})
