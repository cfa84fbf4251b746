import { shopCurrency } from '@makegood/core/money/shop-currency'
import { toWireMoney } from '@makegood/core/money/wire-money'
import { type AttentionNow, attentionCountMax } from '@makegood/core/today/views'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'

/** What needs somebody now, asked by the indexes of what is unfinished alone: the same cost however many orders have ended. */
export const readAttention = async (db: Tx): Promise<AttentionNow> => {
  const [counts, oldest, held] = await Promise.all([readCounts(db), readOldest(db), readHeld(db)])
  return { counts, oldest, ...held }
}

const readCounts = async (db: Tx): Promise<AttentionNow['counts']> => {
  const [row] = await db.$queryRaw<AttentionNow['counts'][]>`
    with running as (
      select s.id, s.direction, s.lease_until from saga s where s.status = 'RUNNING' limit ${attentionCountMax}
    )
    select count(*) filter (where lease_until < now())::int as stuck,
      count(*) filter (where exists (select 1 from saga_step t where t.saga_id = running.id
        and (t.status = 'FAILED' or t.undo_error is not null and t.undo_status is distinct from 'DONE')))::int as retrying,
      count(*) filter (where direction = 'UNDOING')::int as undoing,
      (select count(*) from (select 1 from incident where resolved_at is null and kind = 'undo-failed'
        limit ${attentionCountMax}) i)::int as "undoFailed",
      (select count(*) from (select 1 from incident where resolved_at is null limit ${attentionCountMax}) i)::int as incidents
    from running`
  return row ?? { stuck: 0, retrying: 0, undoing: 0, undoFailed: 0, incidents: 0 }
}

type OldestRow = Omit<NonNullable<AttentionNow['oldest']>, 'openedAt' | 'nextTryAt' | 'orderNumber'> & {
  readonly openedAt: Date
  readonly nextTryAt: Date | null
  readonly orderNumber: bigint | null
}

const readOldest = async (db: Tx): Promise<AttentionNow['oldest']> => {
  const [row] = await db.$queryRaw<OldestRow[]>`
    select i.id as "incidentId", i.kind, i.step_id as "stepId", i.detail, i.opened_at as "openedAt",
      i.next_try_at as "nextTryAt", i.order_id as "orderId", o.number as "orderNumber"
    from incident i left join "order" o on o.id = i.order_id
    where i.resolved_at is null order by i.opened_at, i.id limit 1`
  if (!row) return null
  return {
    ...row,
    openedAt: row.openedAt.toISOString(),
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    orderNumber: row.orderNumber?.toString() ?? null,
  }
}

/**
 * Orders that stand between "begun" and "done": a saga that pays, cancels or settles is unfinished or has stopped, or the
 * order is paid and not confirmed. A parcel on its way or a return that waits for its goods is not held by the shop.
 */
const unfinishedOrders = Prisma.sql`
  select order_id from saga where ${isUnfinished} and order_id is not null and (status = 'NEEDS_ATTENTION'
    or status = 'RUNNING' and name in ('reserve-order', 'pay-order', 'cancel-order', 'settle-late-payment'))
  union select order_id from order_state where status = 'PAID'`

const readHeld = async (db: Tx): Promise<Pick<AttentionNow, 'moneyHeld' | 'stockHeld'>> => {
  const [row] = await db.$queryRaw<{ minor: bigint; paid: number; units: number; holding: number }[]>`
    with unfinished as (${unfinishedOrders}), money as (
      select p.order_id, sum(case when p.card_minor > 0 and p.charge_ref is null then 0 else p.card_minor - p.card_refunded_minor end
        + case when exists (select 1 from wallet_entry w where w.key = 'payment:' || p.id)
          then p.wallet_minor - p.wallet_refunded_minor else 0 end) as minor
      from unfinished u join payment p on p.order_id = u.order_id
      where p.currency = ${shopCurrency} and p.status in ('OPEN', 'SUCCEEDED') group by 1
    ), stock as (
      select r.order_id, sum(r.quantity - r.restocked - r.written_off) as units
      from unfinished u join stock_reservation r on r.order_id = u.order_id
      where r.status in ('HELD', 'CONFIRMED') group by 1
    )
    select (select coalesce(sum(minor), 0) from money)::bigint as minor,
      (select count(*) from money where minor > 0)::int as paid,
      (select coalesce(sum(units), 0) from stock)::int as units, (select count(*) from stock where units > 0)::int as holding`
  const amount = toWireMoney({ amountMinor: row?.minor ?? 0n, currency: shopCurrency })
  return {
    moneyHeld: { amount, orders: row?.paid ?? 0 },
    stockHeld: { units: row?.units ?? 0, orders: row?.holding ?? 0 },
  }
}
