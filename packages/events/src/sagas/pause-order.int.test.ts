import { newId } from '@makegood/core/ids'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { pauseOrder } from '@makegood/db/order/pause-order'
import { resumeOrder } from '@makegood/db/order/resume-order'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'

let stand: SagaStand
/** What happens while the gateway is asked to charge an order. */
const duringCharge = new Map<string, () => Promise<unknown>>()

beforeAll(async () => {
  stand = await startSagaStand({
    changeDeps: deps => ({
      ...deps,
      gateway: {
        ...deps.gateway,
        charge: async request => {
          await duringCharge.get(request.orderId ?? '')?.()
          return await deps.gateway.charge(request)
        },
      },
    }),
  })
}, 60_000)
afterEach(async () => expect(await checkInvariants(stand.db)).toEqual([]))
afterAll(() => stand.stop())

const pause = async (orderId: string) => {
  const pauseId = newId('pause', new Date())
  await pauseOrder(stand.db, { orderId, pauseId, operatorId: 'op_1', reason: 'the address is asked about' })
  return async () => {
    await resumeOrder(stand.db, { orderId, pauseId, operatorId: 'op_1', leaseSeconds: 30 })
    stand.outbox.nudge()
  }
}
const stepsOf = (sagaId: string) =>
  stand.db.sagaStep.findMany({
    where: { sagaId },
    orderBy: { position: 'asc' },
    select: { stepId: true, status: true, attempts: true },
  })
/** Waits until the engine has nothing under way for the saga: its run has ended at the pause. */
const untilCharged = (sagaId: string) =>
  vi.waitFor(
    async () => expect((await stepsOf(sagaId)).at(-1)).toEqual({ stepId: 'charge-card', status: 'DONE', attempts: 1 }),
    { timeout: 20_000, interval: 20 },
  )

test('paused in the middle of its charge: the charge is recorded and nothing more begins; resumed it completes, each step once', {
  timeout: 90_000,
}, async () => {
  const order = await stand.reservedOrder()
  let resume: () => Promise<void> = () => Promise.reject(new Error('it was not paused'))
  duringCharge.set(order.orderId, async () => {
    duringCharge.delete(order.orderId)
    resume = await pause(order.orderId)
  })
  const sagaId = `pay-order:${await stand.pay(order)}`
  await untilCharged(sagaId)
  // Another order goes all the way meanwhile: whatever the engine had to do for the first is done.
  const other = await stand.reservedOrder()
  await stand.pay(other)
  await stand.waitForStatus(other.orderId, 'PREPARING')
  expect(await stand.statusOf(order.orderId)).toBe('PAYMENT_PROCESSING')
  expect((await stepsOf(sagaId)).map(({ stepId }) => stepId)).toEqual(['confirm-stock', 'charge-card'])
  expect(await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })).toMatchObject({
    status: 'RUNNING',
    generation: 1,
  })
  expect(await stand.db.incident.count({ where: { orderId: order.orderId } })).toBe(0)

  await resume()
  await stand.waitForStatus(order.orderId, 'PREPARING')
  await stand.waitForSaga(sagaId, 'COMPLETED')
  for (const step of await stepsOf(sagaId)) expect(step).toMatchObject({ status: 'DONE', attempts: 1 })
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test('what is asked for while an order is paused waits: its payment, then its cancellation, both when it is resumed', {
  timeout: 90_000,
}, async () => {
  const order = await stand.reservedOrder()
  const resume = await pause(order.orderId)
  const paymentId = await stand.pay(order)
  await stand.cancel(order)
  const other = await stand.reservedOrder()
  await stand.pay(other)
  await stand.waitForStatus(other.orderId, 'PREPARING')
  expect(await stepsOf(`pay-order:${paymentId}`)).toEqual([])
  expect(await stand.statusOf(order.orderId)).toBe('PAYMENT_PROCESSING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })

  await resume()
  await stand.waitForStatus(order.orderId, 'CANCELLED')
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })
})

test('a payment that waits for its shopper, who approves it while the order is paused, is finished when it is resumed', {
  timeout: 90_000,
}, async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_authenticationRequired')
  const sagaId = `pay-order:${paymentId}`
  const actionUrl = await vi.waitFor(
    async () => {
      const { actionUrl } = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
      return actionUrl ?? expect.fail('not yet')
    },
    { timeout: 20_000, interval: 20 },
  )
  await vi.waitFor(async () => expect((await stepsOf(sagaId)).at(-1)).toMatchObject({ stepId: 'await-approval' }), {
    timeout: 20_000,
    interval: 20,
  })
  const resume = await pause(order.orderId)
  await stand.approve(actionUrl, 'approve')
  await vi.waitFor(
    async () => {
      const told = { type: 'payment_intent.succeeded', body: { contains: paymentId }, handledAt: { not: null } }
      expect(await stand.db.webhookInbox.count({ where: told })).toBe(1)
    },
    { timeout: 20_000, interval: 20 },
  )
  expect(await stand.statusOf(order.orderId)).toBe('PAYMENT_PROCESSING')
  await resume()
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 })
})
