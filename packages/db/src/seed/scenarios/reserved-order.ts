import { type Db, inTransaction } from '../../client.ts'
import type { Owner } from '../../order/owner.ts'
import { transitionOrder } from '../../order/transition-order.ts'
import { newEvent } from '../../outbox/new-event.ts'
import { reserveStock } from '../../stock/reserve-stock.ts'
import { placeTestOrder } from '../../testing/place-test-order.ts'

const reservationSeconds = 1800

/** An order of a fresh guest in STOCK_RESERVED, its units held. */
export const seedReservedOrder = async (
  db: Db,
  order: Parameters<typeof placeTestOrder>[1] = {},
): Promise<{ readonly orderId: string; readonly owner: Owner }> => {
  const placed = await placeTestOrder(db, order)
  const { orderId } = placed
  await inTransaction(db, async tx => {
    const { reserved } = await reserveStock(tx, orderId, reservationSeconds)
    if (!reserved) throw new Error('the stock of a scenario is short')
    const events = [newEvent('stock/reserved', { orderId })]
    await transitionOrder(tx, {
      orderId,
      from: 'PENDING',
      reason: 'stock-reserved',
      mover: 'system',
      version: 1,
      events,
      limit: { kind: 'reservation', seconds: reservationSeconds },
    })
  })
  return placed
}
