import { newId } from '@makegood/core/ids'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { openPayment } from '@makegood/db/payment/open-payment'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startSagaStand } from '../../../test/start-saga-stand.ts'

let stand: Awaited<ReturnType<typeof startSagaStand>>

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
})
afterAll(async () => {
  await stand.stop()
})

const stockOf = async (orderId: string) => {
  const { variantId } = await stand.db.orderLine.findFirstOrThrow({ where: { orderId } })
  const { available, reserved, sold } = await stand.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { available, reserved, sold }
}

const sagaOf = (paymentId: string) =>
  stand.db.saga.findUniqueOrThrow({
    where: { id: `pay-order:${paymentId}` },
    include: { steps: { orderBy: { position: 'asc' } } },
  })

/** Waits until the saga of this payment has ended, and answers it. */
const endedSaga = (paymentId: string) =>
  vi.waitFor(
    async () => {
      const saga = await sagaOf(paymentId)
      expect(saga.status).not.toBe('RUNNING')
      return saga
    },
    { timeout: 60_000, interval: 20 },
  )

test('a paid order is confirmed with one charge, its stock sold', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_visa')
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stockOf(order.orderId)).toEqual({ available: 9, reserved: 0, sold: 1 })
  const saga = await endedSaga(paymentId)
  expect(saga.status).toBe('COMPLETED')
  expect(saga.steps.map(step => `${step.stepId}:${step.status}`)).toEqual([
    'confirm-stock:DONE',
    'charge-card:DONE',
    'mark-paid:DONE',
    'confirm-order:DONE',
  ])
})

test('a declined card: the order is put back with its stock, nothing is charged, and another card pays it', async () => {
  const order = await stand.reservedOrder()
  const declined = await stand.pay(order, 'pm_card_chargeDeclined')
  const saga = await endedSaga(declined)
  expect(saga.status).toBe('UNDONE')
  expect(saga.steps.map(step => `${step.stepId}:${step.status}:${step.undoStatus}`)).toEqual([
    'confirm-stock:DONE:DONE',
    'charge-card:REFUSED:null',
    'put-order-back:DONE:null',
  ])
  await stand.waitForStatus(order.orderId, 'STOCK_RESERVED')
  expect(await stockOf(order.orderId)).toEqual({ available: 9, reserved: 1, sold: 0 })
  expect(await stand.db.payment.findUniqueOrThrow({ where: { id: declined } })).toMatchObject({
    status: 'DECLINED',
    failureReason: 'card-declined',
  })
  await stand.pay(order, 'pm_card_visa')
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 })
})

test('a gateway that charges and then never answers: one charge, the order is confirmed', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'charge-then-timeout', times: 1 } })
  const paymentId = await stand.pay(order, 'pm_card_visa')
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  const charge = (await endedSaga(paymentId)).steps.find(step => step.stepId === 'charge-card')
  expect(charge).toMatchObject({ status: 'DONE', attempts: 2 })
})

test('a gateway that answers 500 twice is asked again until it charges, once', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'error500', times: 2 } })
  await stand.pay(order, 'pm_card_visa')
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 })
})

test('an attempt that lost its order while it charged gives the money back, and leaves the order as it is', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'slow', delayMs: 500, times: 1 } })
  const paymentId = await stand.pay(order, 'pm_card_visa')
  await vi.waitFor(
    async () =>
      expect((await sagaOf(paymentId)).steps.find(step => step.stepId === 'charge-card')?.status).toBe('STARTED'),
    { timeout: 10_000, interval: 5 },
  )
  const { version } = await stand.db.order.findUniqueOrThrow({ where: { id: order.orderId } })
  await transitionOrder(stand.db, {
    orderId: order.orderId,
    from: 'PAYMENT_PROCESSING',
    reason: 'payment-expired',
    mover: 'system',
    version,
    events: [],
  })
  expect((await endedSaga(paymentId)).status).toBe('UNDONE')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({ status: 'REFUNDED' })
  await stand.waitForStatus(order.orderId, 'CANCELLED')
})

test('a gateway that stays broken: the attempt is given up, the stock is held again, and a later payment succeeds', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'error500' } })
  const paymentId = await stand.pay(order, 'pm_card_visa')
  expect((await endedSaga(paymentId)).status).toBe('UNDONE')
  expect(await stockOf(order.orderId)).toEqual({ available: 9, reserved: 1, sold: 0 })
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })
  await stand.clearFaults()
  await vi.waitFor(
    async () => {
      // The circuit may still be open for a moment; a shopper would press the button again, too.
      const again = await stand.pay(order, 'pm_card_visa')
      expect((await endedSaga(again)).status).toBe('COMPLETED')
    },
    { timeout: 60_000 },
  )
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 })
}, 120_000)

test('two payments of one order at once: one is opened, one charge is made', async () => {
  const order = await stand.reservedOrder()
  const attempts = await Promise.allSettled(
    Array.from({ length: 2 }, () =>
      openPayment(stand.db, {
        ...order,
        paymentId: newId('payment', new Date()),
        paymentMethod: 'pm_card_visa',
        paymentSeconds: 600,
      }),
    ),
  )
  stand.outbox.nudge()
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(attempts.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'payment-in-progress' },
  })
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1 })
})

test('the engine killed with -9 in the middle of pay-order: after its restart the order is confirmed, with one charge', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'slow', delayMs: 700, times: 1 } })
  const paymentId = await stand.pay(order, 'pm_card_visa')
  await vi.waitFor(
    async () =>
      expect((await sagaOf(paymentId)).steps.find(step => step.stepId === 'charge-card')?.status).toBe('STARTED'),
    { timeout: 10_000, interval: 5 },
  )
  await stand.engine.kill('SIGKILL')
  await stand.engine.start()
  await stand.waitForStatus(order.orderId, 'PREPARING', 60_000)
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stockOf(order.orderId)).toEqual({ available: 9, reserved: 0, sold: 1 })
}, 90_000)

test('a gateway that cannot say while the shopper is at the bank is no refusal: once it can, the approved card pays', async () => {
  const order = await stand.reservedOrder()
  const paymentId = await stand.pay(order, 'pm_card_authenticationRequired')
  const actionUrl = await vi.waitFor(
    async () => {
      const payment = await stand.db.payment.findUniqueOrThrow({ where: { id: paymentId } })
      expect(payment.actionUrl).toBeTruthy()
      return payment.actionUrl ?? ''
    },
    { timeout: 10_000, interval: 20 },
  )
  await stand.setFaults({ lookup: { mode: 'error500', times: 6 } })
  await stand.approve(actionUrl, 'approve')
  await stand.waitForStatus(order.orderId, 'PREPARING', 60_000)
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
  expect(await stand.db.saga.findUniqueOrThrow({ where: { id: `pay-order:${paymentId}` } })).toMatchObject({
    status: 'COMPLETED',
    direction: 'FORWARD',
  })
}, 90_000)
