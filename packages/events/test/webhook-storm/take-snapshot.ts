import type { Db } from '@makegood/db/client'

/** Everything that a webhook could change, as the database has it: orders, their moves, money, parcels, stock, sagas, events. */
export const takeSnapshot = async (db: Db) => ({
  orders: await db.order.findMany({ orderBy: { id: 'asc' } }),
  history: await db.orderHistory.findMany({ orderBy: [{ orderId: 'asc' }, { version: 'asc' }] }),
  payments: await db.payment.findMany({ orderBy: { id: 'asc' } }),
  refunds: await db.refund.findMany({ orderBy: { id: 'asc' } }),
  parcels: await db.shipment.findMany({ orderBy: { id: 'asc' } }),
  reservations: await db.stockReservation.findMany({ orderBy: [{ orderId: 'asc' }, { variantId: 'asc' }] }),
  stock: await db.stock.findMany({ orderBy: { variantId: 'asc' } }),
  limits: await db.orderLimit.findMany({ orderBy: [{ orderId: 'asc' }, { kind: 'asc' }] }),
  steps: await db.sagaStep.findMany({ orderBy: [{ sagaId: 'asc' }, { stepId: 'asc' }] }),
  events: await db.outbox.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true, payload: true } }),
  webhooks: await db.webhookInbox.findMany({ orderBy: [{ provider: 'asc' }, { eventId: 'asc' }] }),
  incidents: await db.incident.findMany(),
})
