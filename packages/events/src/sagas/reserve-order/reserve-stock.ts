import type { Policy } from '@makegood/core/policy'
import { clearPlacedCart } from '@makegood/db/cart/clear-placed-cart'
import { getOrderState } from '@makegood/db/order/get-order-state'
import { transitionOrder } from '@makegood/db/order/transition-order'
import { newEvent } from '@makegood/db/outbox/new-event'
import { releaseStock } from '@makegood/db/stock/release-stock'
import { reserveStock } from '@makegood/db/stock/reserve-stock'
import type { SagaStep } from '../../saga/step-types.ts'
import type { ReserveOrderData } from './reserve-order.ts'

/** Stock aside, PENDING -> STOCK_RESERVED and the cart emptied of what was ordered: all of it or nothing. */
export const reserveStockStep = (policy: Policy): SagaStep<ReserveOrderData> => ({
  id: 'reserve-stock',
  kind: 'undoable',
  reach: 'local',
  async run(tx, { data }) {
    const order = await getOrderState(tx, data.orderId)
    if (order.status !== 'PENDING')
      return { outcome: 'refused', result: { reason: 'order-moved-on', status: order.status } }
    const reservation = await reserveStock(tx, data.orderId, policy.reservationSeconds)
    if (!reservation.reserved)
      return { outcome: 'refused', result: { reason: 'stock-insufficient', shortLines: reservation.shortLines } }
    const moved = await transitionOrder(tx, {
      orderId: data.orderId,
      from: 'PENDING',
      reason: 'stock-reserved',
      mover: 'system',
      version: order.version,
      events: [newEvent('stock/reserved', data)],
      limit: { kind: 'reservation', seconds: policy.reservationSeconds },
    })
    if (!moved.moved) throw new Error('the order moved while its row was locked')
    await clearPlacedCart(tx, data.orderId)
    return { outcome: 'done', result: { version: moved.version } }
  },
  async undo(tx, { data }) {
    await releaseStock(tx, data.orderId)
  },
})
