import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'
import { resumeAllStalled } from '../jobs/resume-stalled-sagas.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterEach(async () => {
  await vi.waitFor(async () => expect(await stand.db.saga.count({ where: { status: 'RUNNING' } })).toBe(0), {
    timeout: 30_000,
    interval: 20,
  })
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const codeOf = (settled: PromiseSettledResult<unknown>): string =>
  settled.status === 'fulfilled' ? 'won' : String((settled.reason as { code?: string }).code)

test('cancel against pay: whoever comes first has the order, and no order keeps money that it is not owed', async () => {
  const orders = await Promise.all(Array.from({ length: 12 }, () => stand.reservedOrder()))
  const races = await Promise.all(
    orders.map(async order => {
      const [paid, cancelled] = await Promise.allSettled([stand.pay(order), stand.cancel(order)])
      return { orderId: order.orderId, paid: codeOf(paid), cancelled: codeOf(cancelled) }
    }),
  )
  await vi.waitFor(
    async () => {
      for (const { orderId, paid, cancelled } of races) {
        const status = await stand.statusOf(orderId)
        const { count, amountRefunded } = await stand.chargesOf(orderId)
        expect(['PREPARING', 'CANCELLED']).toContain(status)
        expect(count * 28_000 - amountRefunded).toBe(status === 'PREPARING' ? 28_000 : 0)
        // Nobody is left without a word: who lost was told, and who won got what they asked for.
        if (cancelled === 'won' && paid !== 'won') expect(status).toBe('CANCELLED')
        if (paid !== 'won') expect(['order-not-payable', 'cancel-in-progress']).toContain(paid)
      }
    },
    { timeout: 30_000, interval: 50 },
  )
})

test('two cancels at once: one is carried out, the other is told that it is under way', async () => {
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  const settled = await Promise.allSettled([
    stand.cancel(order, 'operator'),
    stand.cancel(order, 'operator'),
    stand.cancel(order, 'operator'),
  ])
  expect(settled.map(codeOf).sort()).toEqual(['cancel-in-progress', 'cancel-in-progress', 'won'])
  await stand.waitForStatus(order.orderId, 'CANCELLED')
  await vi.waitFor(
    async () => expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 }),
    { timeout: 10_000, interval: 20 },
  )
})

test('cancel against the carrier: the parcel is cancelled or on its way, never both', async () => {
  const orders = await Promise.all(Array.from({ length: 6 }, () => stand.reservedOrder()))
  for (const order of orders) await stand.pay(order)
  for (const { orderId } of orders) await stand.waitForStatus(orderId, 'PREPARING')
  await Promise.all(
    orders.map(async order => {
      const parcel = await stand.parcelOf(order.orderId)
      await Promise.allSettled([stand.cancel(order, 'operator'), stand.moveParcel(parcel, 'handed-over')])
    }),
  )
  await vi.waitFor(
    async () => {
      for (const { orderId } of orders) {
        const shipment = await stand.db.shipment.findFirstOrThrow({ where: { orderId } })
        const { amountRefunded } = await stand.chargesOf(orderId)
        const told = `${await stand.statusOf(orderId)} ${shipment.status} ${amountRefunded}`
        expect(['CANCELLED CANCELLED 28000', 'SHIPPING HANDED_OVER 0']).toContain(told)
      }
    },
    { timeout: 30_000, interval: 50 },
  )
})

test('the engine loses every run while a payment waits for its shopper: it is found, started again, and charged once', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_authenticationRequired')
  const sagaId = `pay-order:${paymentId}`
  const actionUrl = await vi.waitFor(
    async () => {
      const payment = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
      expect(payment.actionUrl).toBeTruthy()
      return payment.actionUrl ?? ''
    },
    { timeout: 10_000, interval: 20 },
  )
  await stand.engine.kill('SIGKILL')
  await stand.engine.forget()
  await stand.engine.start()
  await stand.registerFunctions()
  await stand.approve(actionUrl, 'approve')
  await stand.db.saga.update({ where: { id: sagaId }, data: { leaseUntil: new Date(0) } })
  expect(await resumeAllStalled(stand.deps)).toBe(1)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stand.db.saga.findUniqueOrThrow({ where: { id: sagaId } })).toMatchObject({ generation: 2 })
}, 60_000)
