import type { CancelShipmentAnswer, FindShipmentAnswer, ShipmentStatus } from '@makegood/core/ports/carrier'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { openIncident } from '@makegood/db/saga/open-incident'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { participants } from '../../participants/participants.ts'
import type { Deps } from '../../saga/deps.ts'
import { runSaga } from '../../saga/run-saga.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { createTestEngine } from '../../testing/test-engine.ts'
import { fulfilOrder } from '../fulfil-order/fulfil-order.ts'
import { cancelOrder } from './cancel-order.ts'

let database: TestDatabase
let deps: Deps
/** The carrier's one parcel: the key that made it, and where it is; null where it has none, undefined where it cannot say. */
let parcel: { key: string; status: ShipmentStatus } | null | undefined
let asked: string[] = []

const away = { outcome: 'unknown', detail: 'no answer' } as const
const find = async (key: string): Promise<FindShipmentAnswer> => {
  if (parcel === undefined) return away
  if (parcel?.key !== key) return { outcome: 'ok', found: false }
  return { outcome: 'ok', found: true, shipmentRef: `car_${key}`, trackingNo: '6012', status: parcel.status }
}
const cancel = async (shipmentRef: string): Promise<CancelShipmentAnswer> => {
  if (parcel === undefined) return away
  if (!parcel || shipmentRef !== `car_${parcel.key}`) throw new Error('this parcel is of nobody')
  if (parcel.status === 'cancelled') return { outcome: 'declined', reason: 'already-cancelled', carrierCode: 'GONE' }
  if (parcel.status !== 'registered')
    return { outcome: 'declined', reason: 'already-handed-over', carrierCode: 'IN_HAND' }
  parcel.status = 'cancelled'
  return { outcome: 'ok' }
}

beforeAll(async () => {
  database = await createTestDatabase()
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', {
    gateway: testPort('gateway', {
      refund: async ({ key }) => ({ outcome: 'ok', refundRef: `re_${key}`, status: 'succeeded' }),
    }),
    carrier: testPort('carrier', {
      register: async ({ key }) => {
        asked.push(`register ${key}`)
        parcel ??= { key, status: 'registered' }
        const tracking = { trackingNo: '6012', carrierName: 'Test', trackingUrl: 'http://carrier.test' }
        return { outcome: 'ok', shipmentRef: `car_${key}`, ...tracking }
      },
      findByKey: find,
      cancel: ({ shipmentRef }) => {
        asked.push(`cancel ${shipmentRef}`)
        return cancel(shipmentRef)
      },
    }),
  })
})
beforeEach(() => {
  parcel = null
  asked = []
})
afterEach(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

/** A confirmed order whose registration the carrier never answered, so that its delivery waits for a person. */
const heldOrder = async () => {
  const { db } = database
  const order = await bringTestOrder(db, 'CONFIRMED')
  const { orderId } = order
  const sagaId = `fulfil-order:${orderId}`
  await db.saga.update({ where: { id: sagaId }, data: { status: 'NEEDS_ATTENTION', endedAt: new Date() } })
  const step = { sagaId, stepId: 'register-shipment', position: 1, kind: 'undoable' }
  await db.sagaStep.create({ data: { ...step, status: 'FAILED', attempts: 5, error: 'no answer' } })
  await openIncident(db, { orderId, sagaId, stepId: step.stepId, kind: 'saga-held', detail: 'no answer' })
  return { ...order, sagaId, key: `${sagaId}:register-shipment` }
}
type Held = Awaited<ReturnType<typeof heldOrder>>

const runCancelling = async ({ orderId, owner }: Held) => {
  const cancellationId = newCancellationId()
  const request = { orderId, cancellationId, by: 'shopper', owner, policy: deps.policy } as const
  const fromStatus = await inTransaction(database.db, tx => requestCancellation(tx, request))
  const start = { input: { orderId, cancellationId, fromStatus }, correlationId: 'cor_test', generation: 1 }
  const { ended } = await runSaga(deps, cancelOrder(deps, participants), start, createTestEngine({ attempts: 2 }))
  return { ended, request: await database.db.cancellation.findUniqueOrThrow({ where: { id: cancellationId } }) }
}
/** The delivery's saga, started again as the event says that the cancelling has written. */
const goOn = ({ orderId }: Held) => {
  const start = { input: { orderId }, correlationId: 'cor_test', generation: 2 }
  return runSaga(deps, fulfilOrder(deps), start, createTestEngine({ attempts: 2 }))
}
const read = async ({ orderId, sagaId }: Held) => ({
  order: await database.db.order.findUniqueOrThrow({ where: { id: orderId } }),
  saga: await database.db.saga.findUniqueOrThrow({ where: { id: sagaId } }),
  parcels: await database.db.shipment.findMany({ where: { orderId } }),
  refunds: await database.db.refund.count({ where: { orderId } }),
  open: await database.db.incident.count({ where: { orderId, resolvedAt: null } }),
})

test.each([
  ['is there', true],
  ['the carrier gets to only now', false],
] as const)(
  'a parcel that %s, and whose registration was never answered, is taken back before its order is cancelled',
  async (_where, known) => {
    const held = await heldOrder()
    if (known) parcel = { key: held.key, status: 'registered' }
    expect((await runCancelling(held)).ended).toBe('COMPLETED')
    expect(parcel).toEqual({ key: held.key, status: 'cancelled' })
    const { order, saga, parcels } = await read(held)
    expect(order.status).toBe('CANCELLED')
    expect(parcels).toEqual([])
    // The delivery that waited for a person turns round and ends, and nobody has to close anything.
    expect(saga).toMatchObject({ status: 'RUNNING', direction: 'UNDOING', generation: 2 })
    expect((await goOn(held)).ended).toBe('UNDONE')
    expect(await read(held)).toMatchObject({ open: 0, order: { needsAttention: false } })
  },
)

test('a parcel that has left refuses the cancelling: the order goes on with it, in sight of the shop, its money kept', async () => {
  const held = await heldOrder()
  parcel = { key: held.key, status: 'handed-over' }
  const { ended, request } = await runCancelling(held)
  expect(ended).toBe('UNDONE')
  expect(request).toMatchObject({ status: 'REFUSED', refusal: 'already-handed-over' })
  const { order, parcels, refunds } = await read(held)
  expect(order).toMatchObject({ status: 'PREPARING', cancelling: false })
  expect(parcels).toMatchObject([
    { key: held.key, shipmentRef: `car_${held.key}`, status: 'REGISTERED', kind: 'DELIVERY' },
  ])
  expect(refunds).toBe(0)
  expect(asked).toEqual([`cancel car_${held.key}`, `register ${held.key}`])
  expect((await goOn(held)).ended).toBe('UNDONE')
  expect(asked).toHaveLength(2)
  expect(await read(held)).toMatchObject({ open: 0, order: { status: 'PREPARING', needsAttention: false } })
})

test('a carrier that cannot say what became of the registration leaves the order as it is, in front of a person', async () => {
  const held = await heldOrder()
  parcel = undefined
  const { ended, request } = await runCancelling(held)
  expect(ended).toBe('NEEDS_ATTENTION')
  expect(request.status).toBe('REQUESTED')
  expect(await read(held)).toMatchObject({ order: { status: 'CONFIRMED', needsAttention: true }, refunds: 0, open: 2 })
})

test('a confirmed order that no carrier was asked for is cancelled without asking one', async () => {
  const held = await heldOrder()
  await database.db.sagaStep.updateMany({
    where: { sagaId: held.sagaId },
    data: { status: 'REFUSED', attempts: 1, result: { reason: 'address-not-served', carrierCode: 'NOT_SERVED' } },
  })
  expect((await runCancelling(held)).ended).toBe('COMPLETED')
  expect((await goOn(held)).ended).toBe('UNDONE')
  expect(asked).toEqual([])
  expect(await read(held)).toMatchObject({ order: { status: 'CANCELLED', needsAttention: false }, open: 0 })
})
