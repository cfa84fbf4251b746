import type { EventName } from '@makegood/core/events/catalogue'
import type { Db } from '@makegood/db/client'
import type { ShopEvent } from '../src/reactions/reaction.ts'

/** The events of an order as its reactions are given them, oldest first; of these names where some are named. */
export const readShopEvents = async (
  db: Db,
  orderId: string,
  names: readonly EventName[] = [],
): Promise<readonly ShopEvent[]> => {
  const rows = await db.outbox.findMany({
    where: {
      payload: { path: ['orderId'], equals: orderId },
      ...(names.length > 0 ? { name: { in: [...names] } } : {}),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, createdAt, correlationId, payload }) => ({
    id,
    name: name as EventName,
    at: createdAt,
    correlationId,
    payload: payload as ShopEvent['payload'],
  }))
}
