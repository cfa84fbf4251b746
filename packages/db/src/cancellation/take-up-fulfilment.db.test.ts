import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '../client.ts'
import { beginUndo } from '../saga/begin-undo.ts'
import { endSaga } from '../saga/end-saga.ts'
import { finishStep } from '../saga/finish-step.ts'
import type { SagaRef, StepRow } from '../saga/saga-ref.ts'
import { startStep } from '../saga/start-step.ts'
import { finishUndo, startUndo } from '../saga/undo-step.ts'
import { bringTestOrder } from '../testing/bring-test-order.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { shipTestOrder } from '../testing/ship-test-order.ts'
import { newCancellationId, requestCancellation } from './request-cancellation.ts'
import { finishCancellation, refuseCancellation } from './settle-cancellation.ts'
import { takeUpFulfilment, takeUpLeftFulfilments } from './take-up-fulfilment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.saga.updateMany({ where: { status: 'UNDONE' }, data: { status: 'COMPLETED' } })
})

const register: StepRow = {
  id: 'register-shipment',
  kind: 'undoable',
  position: 2,
  direction: 'FORWARD',
  stopsOnCancel: true,
}
const refusal = { reason: 'cancel-requested', step: 'mark-preparing' }

const ask = async (orderId: string): Promise<string> => {
  const cancellationId = newCancellationId()
  const request = { orderId, cancellationId, by: 'operator', policy: { cancelFeePercent: 0 } } as const
  await inTransaction(database.db, tx => requestCancellation(tx, request))
  return cancellationId
}

/** A confirmed order with a parcel, whose saga turned round for a request to cancel and undid the parcel. */
const stoppedOrder = async () => {
  const { db } = database
  const { orderId } = await bringTestOrder(db, 'CONFIRMED')
  const id = `fulfil-order:${orderId}`
  const ref: SagaRef = {
    id,
    name: 'fulfil-order',
    orderId,
    correlationId: 'cor_test',
    generation: 1,
    leaseSeconds: 30,
  }
  const packed = { sagaId: id, stepId: 'await-packing', position: 1, kind: 'forward-only', status: 'DONE', attempts: 1 }
  await db.sagaStep.create({ data: packed })
  await startStep(db, ref, register)
  await finishStep(db, ref, register.id, { status: 'DONE', result: { shipmentRef: 'car_1' } })
  const cancellationId = await ask(orderId)
  await beginUndo(db, ref, refusal)
  await startUndo(db, ref, register.id)
  await finishUndo(db, ref, register.id)
  return { orderId, id, ref, cancellationId }
}
/** And the cancellation has come to nothing. */
const leftOrder = async () => {
  const order = await stoppedOrder()
  await endSaga(database.db, order.ref, 'UNDONE')
  await refuseCancellation(database.db, order.cancellationId, 'operator-undo')
  return order
}
type Left = Awaited<ReturnType<typeof leftOrder>>

const takeUp = ({ orderId }: Left) => inTransaction(database.db, tx => takeUpFulfilment(tx, orderId, 30))
const takeUpLeft = (limit = 10) =>
  inTransaction(database.db, tx => takeUpLeftFulfilments(tx, { leaseSeconds: 30, limit }))
const sagaRow = ({ id }: Left) => database.db.saga.findUniqueOrThrow({ where: { id }, include: { steps: true } })
const resumedOf = ({ id }: Left) =>
  database.db.outbox.findMany({ where: { name: 'saga/resumed', payload: { path: ['sagaId'], equals: id } } })

test.each([
  [
    'its cancellation is under way',
    async () => {
      const order = await stoppedOrder()
      await endSaga(database.db, order.ref, 'UNDONE')
      return order
    },
  ],
  [
    'another request is open',
    async () => {
      const order = await leftOrder()
      await ask(order.orderId)
      return order
    },
  ],
  [
    'it is cancelled',
    async () => {
      const order = await leftOrder()
      const again = await ask(order.orderId)
      await database.db.order.update({
        where: { id: order.orderId },
        data: { status: 'CANCELLED', version: { increment: 1 } },
      })
      await finishCancellation(database.db, again)
      return order
    },
  ],
  [
    'it is on its way',
    async () => {
      const order = await leftOrder()
      await shipTestOrder(database.db, order.orderId, 'handed-over')
      return order
    },
  ],
  [
    'its saga is still on its way back',
    async () => {
      const order = await stoppedOrder()
      await refuseCancellation(database.db, order.cancellationId, 'operator-undo')
      return order
    },
  ],
  [
    'its saga waits for a person',
    async () => {
      const order = await stoppedOrder()
      await endSaga(database.db, order.ref, 'NEEDS_ATTENTION')
      await refuseCancellation(database.db, order.cancellationId, 'operator-undo')
      return order
    },
  ],
  [
    'nobody ever asked to cancel it',
    async () => {
      const order = await leftOrder()
      await database.db.cancellation.delete({ where: { id: order.cancellationId } })
      return order
    },
  ],
] as const)('the delivery of an order is not taken up where %s', async (_where, bring) => {
  const order = await bring()
  const before = await sagaRow(order)
  expect(await takeUp(order)).toBe(false)
  expect(await takeUpLeft()).toBe(0)
  expect(await sagaRow(order)).toEqual(before)
  expect(await resumedOf(order)).toEqual([])
})

test('of ten who take a delivery up at once one does: one generation more, one event', async () => {
  const order = await leftOrder()
  const ways = Array.from({ length: 5 }, () => [takeUp(order), takeUpLeft().then(taken => taken > 0)]).flat()
  expect((await Promise.all(ways)).filter(Boolean)).toHaveLength(1)
  expect([await takeUp(order), await takeUpLeft()]).toEqual([false, 0])
  expect(await sagaRow(order)).toMatchObject({
    status: 'RUNNING',
    direction: 'FORWARD',
    refusal: null,
    generation: 2,
    endedAt: null,
  })
  const { id: sagaId, orderId } = order
  const { correlationId } = await database.db.order.findUniqueOrThrow({ where: { id: orderId } })
  expect(await resumedOf(order)).toMatchObject([
    { correlationId, payload: { sagaId, name: 'fulfil-order', generation: 2, input: { orderId } } },
  ])
})

test('what was undone is begun anew under a new key, once more with each time; what stands stays, and an older run writes nothing', async () => {
  const order = await leftOrder()
  const { db } = database
  for (const times of [1, 2]) {
    await takeUp(order)
    const ref = { ...order.ref, generation: times + 1 }
    const [packed, registered] = (await sagaRow(order)).steps.sort((a, b) => a.position - b.position)
    expect(packed).toMatchObject({ status: 'DONE', reopened: 0 })
    expect(registered).toMatchObject({
      status: 'FAILED',
      result: null,
      endedAt: null,
      undoStatus: null,
      undoAttempts: 0,
      undoError: null,
      undoneAt: null,
    })
    expect(await startStep(db, { ...ref, generation: times }, register)).toBeNull()
    expect(await startStep(db, ref, register)).toMatchObject({ reopened: times })
    expect(await finishStep(db, ref, register.id, { status: 'DONE', result: { shipmentRef: 'car_2' } })).toBe(true)
    const again = await ask(order.orderId)
    await beginUndo(db, ref, refusal)
    expect(await startUndo(db, ref, register.id)).toMatchObject({ reopened: times, result: { shipmentRef: 'car_2' } })
    await finishUndo(db, ref, register.id)
    await endSaga(db, ref, 'UNDONE')
    await refuseCancellation(db, again, 'operator-undo')
  }
})

test('a step that refused because the parcel was gone can be taken again', async () => {
  const order = await leftOrder()
  const pivot = { sagaId: order.id, stepId: 'mark-preparing', position: 3, kind: 'pivot' }
  await database.db.sagaStep.create({ data: { ...pivot, status: 'REFUSED', result: { reason: 'order-moved-on' } } })
  await takeUp(order)
  const steps = (await sagaRow(order)).steps.map(({ stepId, status }) => `${stepId} ${status}`)
  expect(steps.sort()).toEqual(['await-packing DONE', 'mark-preparing FAILED', 'register-shipment FAILED'])
})

test('deliveries that ended after the refusal are found, never more than asked for, and none of long ago', async () => {
  const orders = [await leftOrder(), await leftOrder(), await leftOrder()]
  const old = await leftOrder()
  const long = new Date(Date.now() - 31 * 24 * 3600 * 1000)
  await database.db.cancellation.update({ where: { id: old.cancellationId }, data: { endedAt: long } })
  expect([await takeUpLeft(2), await takeUpLeft(2), await takeUpLeft(2)]).toEqual([2, 1, 0])
  for (const order of orders) expect(await sagaRow(order)).toMatchObject({ status: 'RUNNING', generation: 2 })
  expect(await sagaRow(old)).toMatchObject({ status: 'UNDONE', generation: 1 })
})

test('whoever holds the order is not waited for: its delivery is taken up at the next look', async () => {
  const [held, free] = [await leftOrder(), await leftOrder()]
  await inTransaction(database.db, async tx => {
    await tx.$queryRaw`select 1 from "order" where id = ${held.orderId} for update`
    expect(await takeUpLeft()).toBe(1)
  })
  expect(await sagaRow(free)).toMatchObject({ status: 'RUNNING' })
  expect(await takeUpLeft()).toBe(1)
})
