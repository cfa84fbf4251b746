import { newId } from '@makegood/core/ids'
import { inTransaction } from '@makegood/db/client'
import { requestRefund } from '@makegood/db/refund/request-refund'
import { acceptReturn } from '@makegood/db/return/decide-return'
import { receiveReturn } from '@makegood/db/return/move-return'
import { expect, vi } from 'vitest'
import { memberOrder, preparedOrder } from './member-orders.ts'
import { type Scenario, waitMs } from './scenario.ts'

const cancel = [
  'mark-cancelled',
  'refund-wallet',
  'refund-card',
  'return-stock',
  'give-coupon-back',
  'finish-cancellation',
]

/** What becomes of an order that is paid: sent, cancelled, returned, given back in part. */
export const afterPaymentScenarios: readonly Scenario[] = [
  {
    name: 'a confirmed order',
    saga: 'fulfil-order',
    ending: 'COMPLETED',
    steps: ['register-shipment', 'mark-preparing'],
    async run(stand, arm) {
      const order = await memberOrder(stand)
      arm(`fulfil-order:${order.orderId}`)
      await stand.pay(order, 'pm_card_visa', 5_000n)
      await vi.waitFor(
        () =>
          expect(
            stand.db.saga.findUniqueOrThrow({ where: { id: `fulfil-order:${order.orderId}` } }),
          ).resolves.toBeTruthy(),
        waitMs,
      )
      return `fulfil-order:${order.orderId}`
    },
  },
  {
    name: 'an order that an operator cancels in preparation',
    saga: 'cancel-order',
    ending: 'COMPLETED',
    steps: ['cancel-shipment', ...cancel],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const cancellationId = newId('cancellation', new Date())
      arm(`cancel-order:${cancellationId}`)
      await stand.cancel(order, 'operator', cancellationId)
      return `cancel-order:${cancellationId}`
    },
  },
  {
    name: 'an order whose parcel is in the carrier’s hands',
    saga: 'cancel-order',
    ending: 'UNDONE',
    steps: ['cancel-shipment', 'refuse-cancellation'],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const cancellationId = newId('cancellation', new Date())
      arm(`cancel-order:${cancellationId}`)
      // The hand-over and the request cross: the shop has not heard of the one when it begins the other.
      const parcel = await stand.parcelOf(order.orderId)
      stand.loseWebhooksOf(parcel)
      await stand.moveParcel(parcel, 'handed-over')
      await stand.cancel(order, 'operator', cancellationId)
      return `cancel-order:${cancellationId}`
    },
  },
  {
    name: 'a whole return',
    saga: 'return-order',
    ending: 'COMPLETED',
    steps: [
      'register-pick-up',
      'await-goods',
      'plan-refund',
      'refund-wallet',
      'refund-card',
      'take-goods-back',
      'finish-return',
    ],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const parcel = await stand.parcelOf(order.orderId)
      for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
      await stand.waitForStatus(order.orderId, 'DELIVERED')
      const returnId = await stand.askForReturn(order)
      arm(`return-order:${returnId}`)
      await inTransaction(stand.db, tx =>
        acceptReturn(tx, { returnId, operatorId: 'op', reason: 'fine', withoutGoods: false }),
      )
      const lines = await stand.db.returnLine.findMany({ where: { returnId } })
      const received = lines.map(({ variantId }) => ({ variantId, restocked: 1, writtenOff: 1 }))
      await inTransaction(stand.db, tx => receiveReturn(tx, returnId, received))
      stand.outbox.nudge()
      return `return-order:${returnId}`
    },
  },
  {
    name: 'a part that an operator gives back',
    saga: 'refund-order',
    ending: 'COMPLETED',
    steps: ['refund-wallet', 'refund-card'],
    async run(stand, arm) {
      const order = await preparedOrder(stand)
      const parcel = await stand.parcelOf(order.orderId)
      for (const status of ['handed-over', 'in-transit', 'delivered'] as const) await stand.moveParcel(parcel, status)
      await stand.waitForStatus(order.orderId, 'DELIVERED')
      const refundRequestId = newId('refundRequest', new Date())
      arm(`refund-order:${refundRequestId}`)
      const { amountMinor } = await stand.db.payment.findFirstOrThrow({
        where: { orderId: order.orderId, status: 'SUCCEEDED' },
      })
      // All but one won, so that the card gives back all of its part and the wallet a part of its own.
      const request = { refundRequestId, amountMinor: (amountMinor - 1n).toString(), lines: [], reason: 'a chip' }
      await requestRefund(stand.db, { ...request, orderId: order.orderId, operatorId: 'op' })
      stand.outbox.nudge()
      return `refund-order:${refundRequestId}`
    },
  },
]
