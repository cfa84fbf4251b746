import type { Carrier, ShipmentStatus } from '@makegood/core/ports/carrier'
import { newCancellationId, requestCancellation } from '@makegood/db/cancellation/request-cancellation'
import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { confirmOrder } from '@makegood/db/order/confirm-order'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { bringTestOrder } from '@makegood/db/testing/bring-test-order'
import { createTestDatabase, type TestDatabase } from '@makegood/db/testing/create-test-database'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { resumeAllStalled } from '../../jobs/resume-stalled-sagas.ts'
import { participants } from '../../participants/participants.ts'
import type { Deps } from '../../saga/deps.ts'
import { runSaga } from '../../saga/run-saga.ts'
import { createTestDeps, testPort } from '../../testing/test-deps.ts'
import { createTestEngine } from '../../testing/test-engine.ts'
import { fulfilOrder } from '../fulfil-order/fulfil-order.ts'
import { cancelOrder } from './cancel-order.ts'

let database: TestDatabase
let deps: Deps
/** The carrier's parcels by the keys that made them. */
let parcels = new Map<string, ShipmentStatus>()
/** The calls of the carrier that get no answer, with what it does all the same. */
let silent: readonly (keyof Carrier)[] = []

const away = { outcome: 'unknown', detail: 'no answer' } as const
const carrier = testPort<Carrier>('carrier', {
  register: async ({ key }) => {
    if (!parcels.has(key)) parcels.set(key, 'registered')
    if (silent.includes('register')) return away
    const tracking = { trackingNo: '6012', carrierName: 'Test', trackingUrl: 'http://carrier.test' }
    return { outcome: 'ok', shipmentRef: `car_${key}`, ...tracking }
  },
  findByKey: async key => {
    if (silent.includes('findByKey')) return away
    const status = parcels.get(key)
    return status
      ? { outcome: 'ok', found: true, shipmentRef: `car_${key}`, trackingNo: '6012', status }
      : { outcome: 'ok', found: false }
  },
  cancel: async ({ shipmentRef }) => {
    if (silent.includes('cancel')) return away
    const key = shipmentRef.slice('car_'.length)
    if (parcels.get(key) === 'cancelled')
      return { outcome: 'declined', reason: 'already-cancelled', carrierCode: 'GONE' }
    parcels.set(key, 'cancelled')
    return { outcome: 'ok' }
  },
})

beforeAll(async () => {
  database = await createTestDatabase()
  const gateway = testPort<Deps['gateway']>('gateway', {
    refund: async ({ key }) => ({ outcome: 'ok', refundRef: `re_${key}`, status: 'succeeded' }),
  })
  deps = createTestDeps(database.db, process.env.TEST_REDIS_URL ?? '', { gateway, carrier })
})
beforeEach(() => {
  parcels = new Map()
  silent = []
})
afterEach(async () => {
  expect(await checkInvariants(database.db)).toEqual([])
})
afterAll(async () => {
  deps.redis.disconnect()
  await database.drop()
})

const ask = async (orderId: string) => {
  const cancellationId = newCancellationId()
  const request = { orderId, cancellationId, by: 'operator', policy: deps.policy } as const
  const fromStatus = await inTransaction(database.db, tx => requestCancellation(tx, request))
  return { orderId, cancellationId, fromStatus }
}
const engine = () => createTestEngine({ attempts: 2 })
const cancelling = async (input: Awaited<ReturnType<typeof ask>>, generation = 1) => {
  const start = { input, correlationId: 'cor_test', generation }
  return (await runSaga(deps, cancelOrder(deps, participants), start, engine())).ended
}
const fulfilling = async (orderId: string, generation: number, afterStep?: (id: string) => Promise<unknown>) => {
  const start = { input: { orderId }, correlationId: 'cor_test', generation }
  const { ended } = await runSaga(
    deps,
    fulfilOrder(deps),
    start,
    afterStep ? createTestEngine({ afterStep }) : engine(),
  )
  return ended
}
const orderOf = (orderId: string) => database.db.order.findUniqueOrThrow({ where: { id: orderId } })
const deliveryOf = (orderId: string) => database.db.saga.findUniqueOrThrow({ where: { id: `fulfil-order:${orderId}` } })
const keysOf = (orderId: string) => {
  const key = `fulfil-order:${orderId}:register-shipment`
  return [key, `${key}:again-1`, `${key}:again-2`] as const
}

/** An order whose delivery stopped for a cancellation, taken back its parcel, and was taken up again when that came to nothing. */
const takenUpOrder = async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  let asked: Awaited<ReturnType<typeof ask>> | undefined
  const askOnce = async (id: string) => {
    if (id === 'register-shipment') asked = await ask(orderId)
  }
  expect(await fulfilling(orderId, 1, askOnce)).toBe('UNDONE')
  expect(await database.db.order.count({ where: { id: orderId, cancelling: true } })).toBe(1)
  await refuse(asked ?? expect.fail('nobody asked'))
  expect(await deliveryOf(orderId)).toMatchObject({ status: 'RUNNING', direction: 'FORWARD', generation: 2 })
  return orderId
}
/** Turns the cancellation round as an operator does, before it has done anything. */
const refuse = async ({ orderId, cancellationId, fromStatus }: Awaited<ReturnType<typeof ask>>) => {
  await database.db.saga.update({
    where: { id: `cancel-order:${cancellationId}` },
    data: { direction: 'UNDOING', refusal: { reason: 'operator-undo', step: 'cancel-shipment' }, generation: 2 },
  })
  expect(await cancelling({ orderId, cancellationId, fromStatus }, 2)).toBe('UNDONE')
}

test('an order whose cancellation came to nothing goes on by itself, with a parcel of its own', async () => {
  const orderId = await takenUpOrder()
  expect(await fulfilling(orderId, 2)).toBe('COMPLETED')
  const [first, second] = keysOf(orderId)
  expect([...parcels]).toEqual([
    [first, 'cancelled'],
    [second, 'registered'],
  ])
  expect(await orderOf(orderId)).toMatchObject({ status: 'PREPARING', cancelling: false })
  const shipments = await database.db.shipment.findMany({ where: { orderId }, orderBy: { registeredAt: 'asc' } })
  expect(shipments).toMatchObject([
    { key: first, status: 'CANCELLED' },
    { key: second, status: 'REGISTERED' },
  ])
})

test('a delivery that ended only after the cancellation had come to nothing is taken up by the job, once', async () => {
  const { orderId } = await bringTestOrder(database.db, 'CONFIRMED')
  let asked: Awaited<ReturnType<typeof ask>> | undefined
  const meanwhile = async (id: string) => {
    if (id === 'register-shipment') asked = await ask(orderId)
    if (id === 'undo:register-shipment') await refuse(asked ?? expect.fail('nobody asked'))
  }
  expect(await fulfilling(orderId, 1, meanwhile)).toBe('UNDONE')
  expect(await deliveryOf(orderId)).toMatchObject({ status: 'UNDONE', generation: 1 })
  const taken = await Promise.all([resumeAllStalled(deps), resumeAllStalled(deps), resumeAllStalled(deps)])
  expect(taken.sort()).toEqual([0, 0, 1])
  expect(await fulfilling(orderId, 2)).toBe('COMPLETED')
  expect(await orderOf(orderId)).toMatchObject({ status: 'PREPARING' })
})

test('an order that was confirmed while somebody asked to cancel it is delivered: the request is of another state', async () => {
  const { orderId, paymentId } = await bringTestOrder(database.db, 'PAID')
  const asked = await ask(orderId)
  await inTransaction(database.db, async tx => {
    const { version } = await getOrderState(tx, orderId)
    await confirmOrder(tx, { orderId, paymentId, version }, { mover: 'system' }, 3600)
  })
  expect(await fulfilling(orderId, 1)).toBe('UNDONE')
  expect(await cancelling(asked)).toBe('UNDONE')
  expect(await fulfilling(orderId, 2)).toBe('COMPLETED')
  expect([...parcels.values()]).toEqual(['registered'])
})

test('a second request before the carrier was asked anew cancels the order, and nothing travels', async () => {
  const orderId = await takenUpOrder()
  expect(await cancelling(await ask(orderId))).toBe('COMPLETED')
  expect(await fulfilling(orderId, 2)).toBe('UNDONE')
  expect(await orderOf(orderId)).toMatchObject({ status: 'CANCELLED', cancelling: false, needsAttention: false })
  expect([...parcels.values()]).not.toContain('registered')
})

test('a second request while the new registration has no answer takes that parcel back by its own key', async () => {
  const orderId = await takenUpOrder()
  silent = ['register', 'findByKey', 'cancel']
  expect(await fulfilling(orderId, 2)).toBe('NEEDS_ATTENTION')
  const [first, second] = keysOf(orderId)
  expect(parcels.get(second)).toBe('registered')
  silent = []
  expect(await cancelling(await ask(orderId))).toBe('COMPLETED')
  expect([...parcels]).toEqual([
    [first, 'cancelled'],
    [second, 'cancelled'],
  ])
  expect(await fulfilling(orderId, 3)).toBe('UNDONE')
  expect(await orderOf(orderId)).toMatchObject({ status: 'CANCELLED', needsAttention: false })
})

test('a second request after the new parcel is registered takes it back; one that comes to nothing too brings a third', async () => {
  const orderId = await takenUpOrder()
  let asked: Awaited<ReturnType<typeof ask>> | undefined
  const askAgain = async (id: string) => {
    if (id === 'register-shipment') asked = await ask(orderId)
  }
  expect(await fulfilling(orderId, 2, askAgain)).toBe('UNDONE')
  await refuse(asked ?? expect.fail('nobody asked'))
  expect(await fulfilling(orderId, 3)).toBe('COMPLETED')
  const [, , third] = keysOf(orderId)
  expect(await orderOf(orderId)).toMatchObject({ status: 'PREPARING' })
  expect([...parcels.values()]).toEqual(['cancelled', 'cancelled', 'registered'])
  expect(await cancelling(await ask(orderId))).toBe('COMPLETED')
  expect(parcels.get(third)).toBe('cancelled')
  expect(await orderOf(orderId)).toMatchObject({ status: 'CANCELLED' })
})
