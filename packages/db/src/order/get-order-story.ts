import { leftAlone } from '@makegood/core/approval/may-alone'
import { messageOf, noConsequences } from '@makegood/core/console/consequences'
import { DomainError, type ErrorCode } from '@makegood/core/errors'
import { isStillTrue } from '@makegood/core/messages/is-still-true'
import { withinReach } from '@makegood/core/messages/reach'
import { findAddressRefusal } from '@makegood/core/order/decide-address'
import { findPausedRefusal } from '@makegood/core/order/decide-pause'
import { findRefundRefusal } from '@makegood/core/order/decide-refund'
import type { OrderStatus } from '@makegood/core/order/order-states'
import type { OrderStory } from '@makegood/core/order/order-story'
import type { AloneUpTo } from '@makegood/core/policy'
import { openReturnStatuses } from '@makegood/core/return/return-reasons'
import type { Role } from '@makegood/core/user/roles'
import { listWaiting } from '../approval/list-waiting.ts'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { readOrderReach } from '../notification/read-order-reach.ts'
import { readGivenAlone } from '../refund/given-alone.ts'
import { isPaused } from '../saga/is-paused.ts'
import { toWire } from './line-views.ts'

type Facts = {
  status: OrderStatus
  cancelling: boolean
  paused: boolean
  currency: string
  returning: boolean
  parcel: string | null
  userId: string | null
  cardMinor: bigint
  walletMinor: bigint
  leftMinor: bigint | null
}
type Viewer = { readonly id: string; readonly role: Role; readonly aloneUpTo: AloneUpTo }
type Dated<Row, Moments extends string> = Omit<Row, Moments> & { [Moment in Moments]: Date }
type Note = Dated<OrderStory['notes'][number], 'writtenAt' | 'editedAt'> & { editedAt: Date | null }
type Message = Dated<Omit<OrderStory['messages'][number], 'stillTrue'>, 'createdAt' | 'sentAt' | 'nextAttemptAt'> & {
  sentAt: Date | null
}
type Act = Dated<OrderStory['acts'][number], 'at'>

const rowsMax = 200

/** What people and messages add to an order's story, and what may still be done with its money, parcel and address; throws `not-found`. */
export const getOrderStory = async (db: Tx, orderId: string, viewer: Viewer): Promise<OrderStory> => {
  const [facts] = await db.$queryRaw<Facts[]>`
    select o.status, o.cancelling, ${isPaused(Prisma.sql`o.id`)} as paused, o.currency, o.user_id as "userId",
      exists (select 1 from return_request where order_id = o.id and status = any(${openReturnStatuses}::text[])) as returning,
      (select status from shipment where order_id = o.id and kind = 'DELIVERY' and status <> 'CANCELLED') as parcel,
      p.amount_minor - p.card_refunded_minor - p.wallet_refunded_minor as "leftMinor",
      coalesce(p.card_minor - p.card_refunded_minor, 0) as "cardMinor",
      coalesce(p.wallet_minor - p.wallet_refunded_minor, 0) as "walletMinor"
    from "order" o left join payment p on p.order_id = o.id and p.status = 'SUCCEEDED' where o.id = ${orderId}`
  if (!facts) throw new DomainError('not-found', `no order ${orderId}`)
  const [refundable, approvals, notes, messages, acts] = await Promise.all([
    readRefundable(db, orderId, facts, viewer),
    listWaiting(db, viewer, orderId),
    db.$queryRaw<Note[]>`
      select n.id, n.text, coalesce(u.name, n.author_id) as author, n.author_id = ${viewer.id} as mine,
        n.written_at as "writtenAt", n.edited_at as "editedAt"
      from order_note n left join "user" u on u.id = n.author_id
      where n.order_id = ${orderId} order by n.written_at desc limit ${rowsMax}`,
    db.$queryRaw<Message[]>`
      select id, channel, template, recipient, status, attempts, next_attempt_at as "nextAttemptAt",
        last_error as "lastError", created_at as "createdAt", sent_at as "sentAt"
      from notification where order_id = ${orderId} order by created_at desc limit ${rowsMax}`,
    // A note tells by itself who wrote it and when, and what it said before.
    db.$queryRaw<Act[]>`
      select a.id, a.action, coalesce(u.name, a.actor_id, '') as by, a.reason, a.at
      from audit_entry a left join "user" u on u.id = a.actor_id
      where a.order_id = ${orderId} and a.actor_kind = 'operator' and a.event_id is null
        and a.action not like '%/%' and a.action not in ('note.add', 'note.edit') order by a.at desc limit ${rowsMax}`,
  ])
  const { status, parcel, paused } = facts
  return {
    approvals,
    notes: notes.map(note => ({ ...note, writtenAt: iso(note.writtenAt), editedAt: isoOr(note.editedAt) })),
    messages: messages.map(message => ({
      ...message,
      stillTrue: isStillTrue(message.template, status),
      createdAt: iso(message.createdAt),
      sentAt: isoOr(message.sentAt),
      nextAttemptAt: iso(message.nextAttemptAt),
    })),
    acts: acts.map(act => ({ ...act, at: iso(act.at) })),
    refundable,
    handOver: { refusal: findHandOverRefusal(facts) },
    correctAddress: { refusal: findAddressRefusal(status, parcel) ?? findPausedRefusal(paused) },
  }
}

/** What can go back, where it would go, what of it whoever looks may give alone, and what the shopper would be told. */
const readRefundable = async (
  db: Tx,
  orderId: string,
  facts: Facts,
  { role, aloneUpTo }: Viewer,
): Promise<OrderStory['refundable']> => {
  const [given, reach] = await Promise.all([readGivenAlone(db, orderId, ''), readOrderReach(db, facts.userId)])
  const most = leftAlone(aloneUpTo, 'refund', role, given)
  const { messages } = withinReach({ ...noConsequences, messages: [messageOf('refund/finished')] }, reach)
  const money = (amountMinor: bigint) => toWire(amountMinor, facts.currency)
  return {
    left: money(facts.leftMinor ?? 0n),
    card: money(facts.cardMinor),
    wallet: money(facts.walletMinor),
    alone: money(most),
    messages,
    refusal: findRefundRefusal(facts),
  }
}

const findHandOverRefusal = ({ status, parcel, cancelling, paused }: Facts): ErrorCode | null => {
  if (status !== 'PREPARING' || parcel !== 'REGISTERED') return 'hand-over-not-possible'
  return cancelling ? 'cancel-in-progress' : findPausedRefusal(paused)
}

const iso = (at: Date): string => at.toISOString()
const isoOr = (at: Date | null): string | null => at && iso(at)
