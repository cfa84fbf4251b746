import { shopCurrency } from '@makegood/core/money/shop-currency'
import { toWireMoney } from '@makegood/core/money/wire-money'
import type { HeldKind } from '@makegood/core/order/order-filters'
import type { AttentionNow } from '@makegood/core/today/views'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isUnfinished } from '../saga/is-unfinished.ts'

/**
 * Orders that stand between "begun" and "done": a saga that pays, cancels or settles is unfinished, another one has stopped,
 * or the order is paid and not confirmed. A parcel on its way or a return that waits for its goods is not held by the shop.
 */
const unfinishedOrders = (stoppedToo: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select order_id from saga where ${isUnfinished} and order_id is not null and (status = 'NEEDS_ATTENTION' and ${stoppedToo}
    or status = 'RUNNING' and name in ('reserve-order', 'pay-order', 'cancel-order', 'settle-late-payment'))
  union select order_id from order_state where status = 'PAID'`

/** What a payment's card was charged, though it may belong to nobody's order any more: late, or while its undo has failed. */
const cardTaken = Prisma.sql`case
  when p.status in ('SUCCEEDED', 'REFUNDED') or p.status = 'OPEN' and (p.charge_ref is not null or exists (
    select 1 from saga_step t where t.saga_id = 'pay-order:' || p.id and t.step_id = 'charge-card' and t.undo_status = 'FAILED'))
  then p.card_minor
  when p.status in ('DECLINED', 'FAILED') and exists (select 1 from saga s where s.id = 'settle-late-payment:' || p.id
    and s.status in ('RUNNING', 'NEEDS_ATTENTION')) then p.card_minor
  else 0 end`

/**
 * The orders `order_id` of which the shop has money, `minor`, and that are neither confirmed nor given back, or to which it owes
 * some. What is planned to go back is held until it went.
 */
const moneyHeld = Prisma.sql`
    with unpaid as (${unfinishedOrders(Prisma.sql`name not in ('return-order', 'refund-order')`)}), money as (
      select p.order_id, sum(${cardTaken}
        + case when exists (select 1 from wallet_entry w where w.key = 'payment:' || p.id) then p.wallet_minor else 0 end
        - (select coalesce(sum(r.amount_minor), 0) from refund r where r.payment_id = p.id and r.status = 'DONE')) as minor
      from unpaid u join payment p on p.order_id = u.order_id where p.currency = ${shopCurrency} group by 1
      union all
      select r.order_id, sum(r.amount_minor) from refund r
      where r.done_at is null and r.currency = ${shopCurrency} and r.order_id not in (select order_id from unpaid) group by 1
    )
    select order_id, minor from money where minor > 0`

/** The unfinished orders `order_id` that hold goods, so many `units`. */
const stockHeld = Prisma.sql`
    select r.order_id, sum(r.quantity - r.restocked - r.written_off) as units
    from (${unfinishedOrders(Prisma.sql`true`)}) u join stock_reservation r on r.order_id = u.order_id
    where r.status in ('HELD', 'CONFIRMED') group by 1 having sum(r.quantity - r.restocked - r.written_off) > 0`

/** The orders that hold money or goods, as `id`: read from what is unfinished alone. */
export const ordersThatHold = (what: HeldKind): Prisma.Sql =>
  Prisma.sql`select order_id as id from (${what === 'money' ? moneyHeld : stockHeld}) held`

/** How much money and how many goods are held, and by how many orders; the list of orders shows which. */
export const readHeld = async (db: Tx): Promise<Pick<AttentionNow, 'moneyHeld' | 'stockHeld'>> => {
  const [row] = await db.$queryRaw<{ minor: bigint; paid: number; units: number; holding: number }[]>`
    select m.minor, m.paid, s.units, s.holding
    from (select coalesce(sum(minor), 0)::bigint as minor, count(*)::int as paid from (${moneyHeld}) held) m,
      (select coalesce(sum(units), 0)::int as units, count(*)::int as holding from (${stockHeld}) held) s`
  const amount = toWireMoney({ amountMinor: row?.minor ?? 0n, currency: shopCurrency })
  return {
    moneyHeld: { amount, orders: row?.paid ?? 0 },
    stockHeld: { units: row?.units ?? 0, orders: row?.holding ?? 0 },
  }
}
