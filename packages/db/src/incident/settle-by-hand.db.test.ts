import { newId } from '@makegood/core/ids'
import type { Role } from '@makegood/core/user/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { openPayment } from '../payment/open-payment.ts'
import { planRefund } from '../refund/plan-refund.ts'
import { seedReservedOrder } from '../seed/scenarios/reserved-order.ts'
import { confirmTestOrder } from '../testing/confirm-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { registerTestParcel } from '../testing/ship-test-order.ts'
import { stopTestSaga } from '../testing/stop-test-saga.ts'
import { settleByHand } from './settle-by-hand.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const settle = (incidentId: string, { role = 'finance' as Role, reference = 're_by_hand' as string | null } = {}) =>
  settleByHand(database.db, {
    incidentId,
    operatorId: 'op_1',
    role,
    reason: 'refunded at the bank',
    reference,
    leaseSeconds: 30,
  })

/** An order whose cancellation stopped because the gateway does not give the money back. */
const stoppedRefund = async () => {
  const { orderId } = await confirmTestOrder(database.db)
  const cancellationId = newId('cancellation', new Date())
  await inTransaction(database.db, tx =>
    planRefund(tx, orderId, { source: 'cancellation', sourceId: cancellationId }, 28_000n),
  )
  const stopped = await stopTestSaga(database.db, {
    name: 'cancel-order',
    orderId,
    input: { orderId, cancellationId },
    steps: [
      { stepId: 'mark-cancelled', kind: 'pivot' },
      { stepId: 'refund-card', kind: 'forward-only', status: 'FAILED' },
    ],
    at: 'refund-card',
  })
  return { ...stopped, orderId }
}
const refundsOf = (orderId: string) => database.db.refund.findMany({ where: { orderId } })
const stepOf = (sagaId: string, stepId: string) =>
  database.db.sagaStep.findUniqueOrThrow({ where: { sagaId_stepId: { sagaId, stepId } } })

test('a refund made by hand is in the books: done with its reference and told, the step done, the saga on its way', async () => {
  const { orderId, sagaId, incidentId } = await stoppedRefund()
  await settle(incidentId)
  expect(await refundsOf(orderId)).toMatchObject([{ status: 'DONE', gatewayRef: 're_by_hand', amountMinor: 28_000n }])
  const told = { name: 'payment/refunded', payload: { path: ['orderId'], equals: orderId } }
  expect(await database.db.outbox.count({ where: told })).toBe(1)
  expect(await stepOf(sagaId, 'refund-card')).toMatchObject({
    status: 'DONE',
    result: { byHand: true, reason: 'refunded at the bank', reference: 're_by_hand' },
  })
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({
    status: 'RUNNING',
    generation: 2,
  })
  expect(await database.db.incident.findUnique({ where: { id: incidentId } })).toMatchObject({
    resolution: 'settled-by-hand',
    resolvedBy: 'op_1',
  })
  expect(await database.db.auditEntry.findFirst({ where: { subject: incidentId } })).toMatchObject({
    action: 'incident.settle',
    reason: 'refunded at the bank',
    details: { reference: 're_by_hand', stepId: 'refund-card' },
  })
})

test('of two who say so at once one is believed', async () => {
  const { orderId, incidentId } = await stoppedRefund()
  const answers = await Promise.allSettled([
    settle(incidentId, { reference: 're_one' }),
    settle(incidentId, { reference: 're_two' }),
  ])
  expect(answers.map(answer => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(answer => answer.status === 'rejected')).toMatchObject({ reason: { code: 'incident-moved-on' } })
  expect(await refundsOf(orderId)).toHaveLength(1)
})

test.each<[string, { role?: Role; reference?: string | null }, string]>([
  ['operations, who do not answer for money', { role: 'operations' }, 'forbidden'],
  ['support', { role: 'support' }, 'forbidden'],
  ['nobody without a reference', { reference: null }, 'invalid-input'],
  ['nobody by a reference that another refund has', { reference: 're_by_hand' }, 'invalid-input'],
])('that money went back is believed of %s, and nothing is written', async (_who, request, code) => {
  const { orderId, sagaId, incidentId } = await stoppedRefund()
  await expect(settle(incidentId, request)).rejects.toMatchObject({ code })
  expect(await refundsOf(orderId)).toMatchObject([{ status: 'PLANNED' }])
  expect(await stepOf(sagaId, 'refund-card')).toMatchObject({ status: 'FAILED' })
  expect(await database.db.saga.findUnique({ where: { id: sagaId } })).toMatchObject({ status: 'NEEDS_ATTENTION' })
  expect(await database.db.auditEntry.count({ where: { subject: incidentId } })).toBe(0)
})

test('a charge that was taken back by hand is a refund of its payment; one that took nothing leaves no refund', async () => {
  for (const [reference, status] of [
    ['re_1', 'REFUNDED'],
    [null, 'OPEN'],
  ] as const) {
    const { orderId, owner } = await seedReservedOrder(database.db)
    const paymentId = newId('payment', new Date())
    await openPayment(database.db, { orderId, owner, paymentId, paymentMethod: 'pm_card_visa', paymentSeconds: 600 })
    const { sagaId, incidentId } = await stopTestSaga(database.db, {
      orderId,
      input: { orderId, paymentId },
      direction: 'UNDOING',
      kind: 'undo-failed',
      steps: [{ stepId: 'charge-card', undoStatus: 'FAILED', result: { chargeRef: `pi_${paymentId}` } }],
      at: 'undo:charge-card',
    })
    await settle(incidentId, { reference })
    expect(await database.db.payment.findUnique({ where: { id: paymentId } })).toMatchObject({
      status,
      refundRef: reference,
    })
    expect(await stepOf(sagaId, 'charge-card')).toMatchObject({ status: 'DONE', undoStatus: 'DONE' })
    expect(await refundsOf(orderId)).toHaveLength(reference ? 1 : 0)
  }
})

test('a parcel that a person took back is cancelled in the books, by operations', async () => {
  const { orderId } = await confirmTestOrder(database.db)
  const { shipmentId } = await registerTestParcel(database.db, orderId)
  await database.db.shipment.update({
    where: { id: shipmentId },
    data: { key: `fulfil-order:${orderId}:register-shipment:again-1` },
  })
  const { incidentId } = await stopTestSaga(database.db, {
    name: 'cancel-order',
    orderId,
    input: { orderId },
    steps: [{ stepId: 'cancel-shipment', kind: 'forward-only', status: 'FAILED' }],
    at: 'cancel-shipment',
  })
  await expect(settle(incidentId)).rejects.toMatchObject({ code: 'forbidden' })
  await settle(incidentId, { role: 'operations', reference: null })
  expect(await database.db.shipment.findUnique({ where: { id: shipmentId } })).toMatchObject({ status: 'CANCELLED' })
})

test('what only the shop can do is not settled by hand', async () => {
  const { orderId } = await seedReservedOrder(database.db)
  const { incidentId } = await stopTestSaga(database.db, {
    orderId,
    steps: [{ stepId: 'confirm-stock', status: 'FAILED' }],
    at: 'confirm-stock',
  })
  await expect(settle(incidentId, { role: 'admin' })).rejects.toMatchObject({
    code: 'repair-not-possible',
    details: { reason: 'not-by-hand' },
  })
})
