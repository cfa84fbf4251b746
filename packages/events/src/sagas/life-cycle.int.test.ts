import { inTransaction } from '@makegood/db/client'
import { checkInvariants } from '@makegood/db/invariants/check-invariants'
import { completeOrder } from '@makegood/db/order/complete-order'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { receiveReturn } from '@makegood/db/return/move-return'
import { seedProductWithStock } from '@makegood/db/seed/scenarios/product-with-stock'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type SagaStand, startSagaStand } from '../../test/start-saga-stand.ts'

let stand: SagaStand

beforeAll(async () => {
  stand = await startSagaStand()
}, 60_000)
afterEach(async () => {
  await stand.clearFaults()
  expect(await checkInvariants(stand.db)).toEqual([])
})
afterAll(() => stand.stop())

const stockOf = async (orderId: string) => {
  const { variantId } = await stand.db.orderLine.findFirstOrThrow({ where: { orderId } })
  const { available, reserved, sold, writtenOff } = await stand.db.stock.findUniqueOrThrow({ where: { variantId } })
  return { available, reserved, sold, writtenOff }
}

const preparedOrder = async (request?: Parameters<SagaStand['reservedOrder']>[0]) => {
  const order = await stand.reservedOrder(request)
  await stand.pay(order)
  await stand.waitForStatus(order.orderId, 'PREPARING')
  return order
}

const deliveredOrder = async (request?: Parameters<SagaStand['reservedOrder']>[0]) => {
  const order = await preparedOrder(request)
  const parcel = await stand.parcelOf(order.orderId)
  for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
  await stand.waitForStatus(order.orderId, 'DELIVERED')
  return order
}

const acceptAndReceive = async (returnId: string, orderId: string, broken: number) => {
  const lines = await stand.db.returnLine.findMany({ where: { returnId } })
  await inTransaction(stand.db, tx =>
    acceptReturn(tx, { returnId, operatorId: 'op', reason: 'fine', withoutGoods: false }),
  )
  stand.outbox.nudge()
  const parcel = await vi.waitFor(() => stand.parcelOf(orderId, 'PICK_UP'), { timeout: 10_000, interval: 20 })
  for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
  await inTransaction(stand.db, tx =>
    receiveReturn(
      tx,
      returnId,
      lines.map(line => ({ variantId: line.variantId, restocked: line.quantity - broken, writtenOff: broken })),
    ),
  )
  stand.outbox.nudge()
  await stand.waitForSaga(`return-order:${returnId}`, 'COMPLETED')
}

test('an order goes from the cart to its completion, its parcel moved by the carrier', async () => {
  const { orderId } = await deliveredOrder()
  const order = await stand.db.order.findUniqueOrThrow({ where: { id: orderId } })
  await inTransaction(stand.db, tx =>
    completeOrder(tx, { orderId, status: order.status, version: order.version }, { mover: 'shopper' }),
  )
  expect(await stand.statusOf(orderId)).toBe('COMPLETED')
  expect(await stockOf(orderId)).toEqual({ available: 9, reserved: 0, sold: 1, writtenOff: 0 })
})

test('an order that waits for its payment is cancelled at once, its stock for sale again', async () => {
  const order = await stand.reservedOrder()
  const cancellationId = await stand.cancel(order)
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'COMPLETED')
  expect(await stand.statusOf(order.orderId)).toBe('CANCELLED')
  expect(await stockOf(order.orderId)).toEqual({ available: 10, reserved: 0, sold: 0, writtenOff: 0 })
})

test('an order that is cancelled while its card is charged gives the money back and is cancelled', async () => {
  const order = await stand.reservedOrder()
  await stand.setFaults({ payment: { mode: 'slow', delayMs: 500, times: 1 } })
  const paymentId = await stand.pay(order)
  await vi.waitFor(
    async () =>
      expect(
        await stand.db.sagaStep.findFirst({ where: { sagaId: `pay-order:${paymentId}`, stepId: 'charge-card' } }),
      ).toMatchObject({ status: 'STARTED' }),
    { timeout: 10_000, interval: 5 },
  )
  const cancellationId = await stand.cancel(order)
  await stand.waitForStatus(order.orderId, 'CANCELLED')
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await stand.db.cancellation.findUniqueOrThrow({ where: { id: cancellationId } })).toMatchObject({
    status: 'DONE',
  })
  expect(await stockOf(order.orderId)).toEqual({ available: 10, reserved: 0, sold: 0, writtenOff: 0 })
})

test('an order in preparation is cancelled by an operator: its parcel, its money and its stock come back, without a fee', async () => {
  const order = await preparedOrder()
  const cancellationId = await stand.cancel(order, 'operator')
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'COMPLETED')
  expect(await stand.statusOf(order.orderId)).toBe('CANCELLED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 28_000 })
  expect(await stockOf(order.orderId)).toEqual({ available: 10, reserved: 0, sold: 0, writtenOff: 0 })
  expect(await stand.db.shipment.findMany({ where: { orderId: order.orderId } })).toMatchObject([
    { status: 'CANCELLED' },
  ])
})

test('a parcel that the carrier has in hand cannot be cancelled: the request is refused with the reason, the order goes on', async () => {
  const order = await preparedOrder()
  await stand.setFaults({ 'carrier-webhook': { mode: 'lost' } })
  await stand.moveParcel(await stand.parcelOf(order.orderId), 'handed-over')
  const cancellationId = await stand.cancel(order, 'operator')
  await stand.waitForSaga(`cancel-order:${cancellationId}`, 'UNDONE')
  expect(await stand.statusOf(order.orderId)).toBe('PREPARING')
  expect(await stand.db.cancellation.findUniqueOrThrow({ where: { id: cancellationId } })).toMatchObject({
    status: 'REFUSED',
    refusal: 'already-handed-over',
  })
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ amountRefunded: 0 })
})

test('a whole return: picked up, received, refunded, for sale again or written off', async () => {
  const { variantId } = await seedProductWithStock(stand.db, { units: 5, priceMinor: 9_999n })
  const order = await deliveredOrder({ lines: [{ variantId, quantity: 3 }] })
  const returnId = await stand.askForReturn(order)
  await acceptAndReceive(returnId, order.orderId, 1)
  await stand.waitForStatus(order.orderId, 'REFUNDED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 29_997 })
  expect(await stockOf(order.orderId)).toEqual({ available: 4, reserved: 0, sold: 0, writtenOff: 1 })
})

test('one line of two goes back: its money comes back, the order stays with the rest and completes later', async () => {
  const kept = await seedProductWithStock(stand.db, { units: 5 })
  const given = await seedProductWithStock(stand.db, { units: 5, priceMinor: 12_000n })
  const lines = [kept, given].map(({ variantId }) => ({ variantId, quantity: 1 }))
  const order = await deliveredOrder({ lines })
  const returnId = await stand.askForReturn(order, [{ variantId: given.variantId, quantity: 1 }])
  await acceptAndReceive(returnId, order.orderId, 0)
  expect(await stand.statusOf(order.orderId)).toBe('DELIVERED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 12_000 })
})

test('a card that needs approval: the payment waits, and is confirmed once the shopper has approved', async () => {
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
  await stand.approve(actionUrl, 'approve')
  await stand.waitForStatus(order.orderId, 'PREPARING')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 1, amountRefunded: 0 })
})

test('a card whose approval is refused: nothing is charged, the order is put back', async () => {
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
  await stand.approve(actionUrl, 'refuse')
  await stand.waitForSaga(`pay-order:${paymentId}`, 'UNDONE')
  expect(await stand.statusOf(order.orderId)).toBe('STOCK_RESERVED')
  expect(await stand.chargesOf(order.orderId)).toMatchObject({ count: 0 })
})

test('a carrier that does not serve the address leaves the order confirmed and in front of a person', async () => {
  await stand.setFaults({ carrier: { mode: 'decline' } })
  const order = await stand.reservedOrder()
  await stand.pay(order)
  await stand.waitForSaga(`fulfil-order:${order.orderId}`, 'NEEDS_ATTENTION')
  expect(await stand.statusOf(order.orderId)).toBe('CONFIRMED')
  expect(await stand.db.incident.findMany({ where: { orderId: order.orderId } })).toMatchObject([
    { kind: 'saga-held', stepId: 'register-shipment' },
  ])
})
