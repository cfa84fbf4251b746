import { movedTo } from '@makegood/core/events/moved-to'
import type { Prisma } from '../../generated/prisma/client.ts'
import { toClaims, toMemberTimes } from './coupons.ts'
import { type StoryAddresses, toMessages } from './message-rows.ts'
import { toCancellations, toPayments, toRefunds, toReturnLines, toReturns } from './money-rows.ts'
import { moveStock } from './move-stock.ts'
import { toHistory, toLimits, toLines, toOrder, toReservations } from './order-rows.ts'
import { toShipments } from './parcel-rows.ts'
import { people } from './people.ts'
import type { StoryOrder } from './plan-story.ts'
import { toSagas } from './saga-rows.ts'
import { personIdOf } from './story-ids.ts'
import { toTroubles } from './trouble-rows.ts'

type Tx = Prisma.TransactionClient

/** Writes the whole story, set by set, in the caller's transaction; the database's own rules hold for it as for any order. */
export const writeStory = async (tx: Tx, orders: readonly StoryOrder[], addresses: StoryAddresses): Promise<void> => {
  await writePeople(tx, orders)
  await tx.order.createMany({ data: orders.map(toOrder) })
  await tx.orderLine.createMany({ data: orders.flatMap(toLines) })
  await moveOrders(tx, orders)
  await tx.orderHistory.createMany({ data: orders.flatMap(toHistory) })
  await tx.orderLimit.createMany({ data: orders.flatMap(toLimits) })
  await tx.payment.createMany({ data: orders.flatMap(toPayments) })
  await tx.stockReservation.createMany({ data: orders.flatMap(toReservations) })
  await moveStock(tx, orders)
  await writeClaims(tx, orders)
  await tx.cancellation.createMany({ data: orders.flatMap(toCancellations) })
  await tx.returnRequest.createMany({ data: orders.flatMap(toReturns) })
  await tx.returnLine.createMany({ data: orders.flatMap(toReturnLines) })
  await tx.refund.createMany({ data: orders.flatMap(toRefunds) })
  await tx.shipment.createMany({ data: orders.flatMap(order => toShipments(order, addresses.carrierUrl)) })
  await writeSagas(tx, orders)
  await writeMessages(tx, orders, addresses)
  await writeAudit(tx, orders)
}

const writeMessages = async (tx: Tx, orders: readonly StoryOrder[], addresses: StoryAddresses): Promise<void> => {
  const rows = await tx.order.findMany({ where: { id: { in: idsOf(orders) } }, select: { id: true, number: true } })
  const numbers = new Map(rows.map(({ id, number }) => [id, number.toString()]))
  await tx.notification.createMany({
    data: orders.flatMap(order => toMessages(order, numbers.get(order.id) ?? '', addresses)),
  })
}

const writePeople = async (tx: Tx, orders: readonly StoryOrder[]): Promise<void> => {
  const times = toMemberTimes(orders)
  await tx.user.createMany({
    data: people.flatMap(({ name, email, locale }) => {
      const createdAt = times.get(email)
      return createdAt ? [{ id: personIdOf(email), name, email, locale, emailVerified: true, createdAt }] : []
    }),
    skipDuplicates: true,
  })
}

/** The campaigns have given coupons since the first of them was claimed. */
const writeClaims = async (tx: Tx, orders: readonly StoryOrder[]): Promise<void> => {
  const claims = toClaims(orders)
  await tx.couponClaim.createMany({ data: claims })
  await tx.$executeRaw`
    update coupon_campaign c set claimed = c.claimed + n.claims, valid_from = least(c.valid_from, n.first),
      created_at = least(c.created_at, n.first)
    from (select campaign_id, count(*)::int as claims, min(claimed_at) - interval '1 hour' as first from coupon_claim
      where id = any(${claims.map(({ id }) => id)}) group by 1) n where c.id = n.campaign_id`
}

/** One statement a version: the trigger lets an order move by one legal step at a time. */
const moveOrders = async (tx: Tx, orders: readonly StoryOrder[]): Promise<void> => {
  const longest = Math.max(0, ...orders.map(({ moves }) => moves.length))
  for (let index = 0; index < longest; index += 1) {
    const moved = orders.flatMap(({ id, moves }) => {
      const move = moves[index]
      return move ? [{ id, status: move.to, at: move.at }] : []
    })
    await tx.$executeRaw`
      update "order" o set status = m.status, version = ${index + 2}, updated_at = m.at
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(id text, status text, at timestamptz) where o.id = m.id`
  }
}

const idsOf = (orders: readonly StoryOrder[]): string[] => orders.map(({ id }) => id)

const writeSagas = async (tx: Tx, orders: readonly StoryOrder[]): Promise<void> => {
  const troubles = orders.flatMap(toTroubles)
  const sagas = [...orders.flatMap(toSagas), ...troubles.flatMap(trouble => trouble.sagas)]
  await tx.saga.createMany({ data: sagas.map(({ saga }) => saga) })
  await tx.sagaStep.createMany({ data: sagas.flatMap(({ steps }) => [...steps]) })
  await tx.webhookInbox.createMany({ data: troubles.flatMap(({ webhooks }) => [...webhooks]) })
  await tx.incident.createMany({ data: troubles.map(({ incident }) => incident) })
  await tx.$executeRaw`
    update "order" o set needs_attention = true
    where o.id = any(${idsOf(orders)}) and not needs_attention and exists (select 1 from incident i where i.order_id = o.id and i.resolved_at is null)`
  await tx.$executeRaw`
    update "order" o set cancelling = true
    where o.id = any(${idsOf(orders)}) and not cancelling and exists (select 1 from cancellation c where c.order_id = o.id and c.status = 'REQUESTED')`
}

/** What the shop's audit calls the move of an order into a state. */
const acts = Object.fromEntries(Object.entries(movedTo).map(([event, status]) => [status, event]))

/** Who moved which order, as the shop's audit would have it. */
const writeAudit = (tx: Tx, orders: readonly StoryOrder[]): Promise<number> => tx.$executeRaw`
  insert into audit_entry (id, event_id, at, actor_kind, actor_id, action, order_id, subject, reason, details)
  select 'aud_0' || substr(md5(h.order_id || h.version), 1, 25), 'evt_0' || substr(md5(h.order_id || h.version), 1, 25), h.at, h.mover, h.mover_id,
    ${JSON.stringify(acts)}::jsonb ->> h.to_status, h.order_id, h.order_id, h.reason, '{}'
  from order_history h where h.order_id = any(${idsOf(orders)})
    and (h.mover in ('operator', 'carrier') or h.reason in ('placed', 'purchase-confirmed'))
  on conflict (id) do nothing`
