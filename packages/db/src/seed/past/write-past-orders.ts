import type { Tx } from '../../client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { idInSql } from './past-ids.ts'
import { familyNames, givenNames } from './write-past-people.ts'

const peopleOfSlice = 4000
const variantsOfSlice = 400
const n = Prisma.sql`n`
const at = Prisma.sql`placed_at`
const orderId = idInSql('ord', n, at)
const paymentId = idInSql('pay', n, at)

/** The moves of an order that came to its good end, each with the hours after the one before. */
const completed = Prisma.sql`(values (1, null, 'PENDING', 'placed', 'shopper', 0), (2, 'PENDING', 'STOCK_RESERVED', 'stock-reserved', 'system', 0),
  (3, 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'payment-opened', 'shopper', 0), (4, 'PAYMENT_PROCESSING', 'PAID', 'paid', 'system', 0),
  (5, 'PAID', 'CONFIRMED', 'confirmed', 'system', 0), (6, 'CONFIRMED', 'PREPARING', 'shipment-registered', 'system', 1),
  (7, 'PREPARING', 'SHIPPING', 'handed-over', 'carrier', 20), (8, 'SHIPPING', 'DELIVERED', 'delivered', 'carrier', 48),
  (9, 'DELIVERED', 'COMPLETED', 'purchase-confirmed', 'system', 216))`
/** And of one that nobody paid in time. */
const cancelled = Prisma.sql`(values (1, null, 'PENDING', 'placed', 'shopper', 0), (2, 'PENDING', 'STOCK_RESERVED', 'stock-reserved', 'system', 0),
  (3, 'STOCK_RESERVED', 'CANCELLED', 'reservation-expired', 'system', 0))`

/**
 * So many orders from one number on that ended long ago: nine in ten arrived and were kept, the others were never paid for. Each
 * with lines, history, payment, parcel, reservations and what it took from the stock, in the caller's transaction.
 *
 * For the time of the insert the trigger that makes every order begin as PENDING is put aside: these rows come with their end.
 * Their history is of the table of states, and the invariants find it if it is not. Every other rule holds.
 */
export const writePastOrders = async (tx: Tx, from: number, count: number): Promise<void> => {
  await chooseOrders(tx, from, count)
  await tx.$executeRaw`alter table "order" disable trigger order_moves_by_the_table`
  await tx.$executeRaw`
    insert into "order" (id, user_id, visitor_hash, status, version, currency, goods_minor, delivery_minor, total_minor, email, locale,
      recipient, phone, postcode, address1, request_hash, correlation_id, placed_at, updated_at)
    select id, user_id, case when user_id is null then md5('visitor' || n) end,
      case when kept then 'COMPLETED' else 'CANCELLED' end, case when kept then 9 else 3 end, 'KRW', goods, delivery, goods + delivery,
      email, 'ko', recipient, '010-' || lpad((n / 10000 % 10000)::text, 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'),
      lpad((n % 60000 + 1000)::text, 5, '0'), 'Seocho-daero ' || n % 300 + 1, md5('request' || n),
      ${idInSql('cor', n, at)}, placed_at, placed_at + case when kept then interval '285 hours' else interval '30 minutes' end
    from past_order`
  await tx.$executeRaw`alter table "order" enable trigger order_moves_by_the_table`
  await writeLinesAndStock(tx)
  for (const [kept, moves] of [
    [true, completed],
    [false, cancelled],
  ] as const)
    await tx.$executeRaw`
      insert into order_history (order_id, version, from_status, to_status, reason, mover, at)
      select id, version, from_status, to_status, reason, mover,
        placed_at + (sum(hours) over (partition by id order by version)) * interval '1 hour' + version * interval '2 seconds'
      from past_order cross join ${moves} as m(version, from_status, to_status, reason, mover, hours) where kept = ${kept}`
  await tx.$executeRaw`
    insert into payment (id, order_id, attempt, status, amount_minor, card_minor, currency, payment_method, charge_ref, opened_at,
      settled_at)
    select ${paymentId}, id, 1, 'SUCCEEDED', goods + delivery, goods + delivery, 'KRW', 'pm_card_visa', 'ch_past_' || n,
      placed_at + interval '6 seconds', placed_at + interval '8 seconds'
    from past_order where kept`
  await tx.$executeRaw`
    insert into shipment (id, order_id, kind, status, key, carrier, shipment_ref, tracking_no, tracking_url, registered_at,
      handed_over_at, ended_at)
    select ${idInSql('shp', n, at)}, id, 'DELIVERY', 'DELIVERED', 'past:' || n, '한결택배', 'car_past_' || n,
      '6012-' || lpad(n::text, 9, '0'), '', placed_at + interval '1 hour', placed_at + interval '21 hours',
      placed_at + interval '69 hours'
    from past_order where kept`
}

const chooseOrders = async (tx: Tx, from: number, count: number): Promise<void> => {
  await tx.$executeRaw`
    create temp table past_people on commit drop as
    select row_number() over () - 1 as k, id, name, email from (
      (select id, name, email from "user" where role = 'shopper' and deleted_at is null and id >= 'past-' || ${from % 9_000_000}::text
        order by id limit ${peopleOfSlice})
      union all (select id, name, email from "user" where role = 'shopper' and deleted_at is null order by id limit 100)
    ) p`
  await tx.$executeRaw`
    create temp table past_goods on commit drop as
    select row_number() over () - 1 as k, v.*, p.name_ko, p.name_en from (
      select id, product_id, option_ko, option_en, price_minor from variant
      where price_minor > 0 order by md5(id || ${from}::text) limit ${variantsOfSlice}) v join product p on p.id = v.product_id`
  await tx.$executeRaw`
    create temp table past_line on commit drop as
    select n, position, g.id as variant_id, g.name_ko, g.name_en, g.option_ko, g.option_en, g.price_minor, 1 + (n + position) % 3 as quantity
    from (
      select n, position, ((hashint4(n) & 65535) + position - 1) % c.goods as k
      from generate_series(${from}::int, ${from + count - 1}::int) n cross join generate_series(1, 2) position
      cross join (select count(*) as goods from past_goods) c
      where position = 1 or (n % 3 = 0 and c.goods > 1)
    ) chosen join past_goods g using (k)`
  await tx.$executeRaw`
    create temp table past_order on commit drop as
    select n, placed_at, ${orderId} as id, n % 10 <> 3 as kept, l.goods, case when l.goods >= 50000 then 0 else 3000 end as delivery,
      case when n % 3 <> 1 then p.id end as user_id,
      case when n % 3 <> 1 and p.id is not null then p.email else 'guest' || n % 300000 || '@example.com' end as email,
      coalesce(case when n % 3 <> 1 then p.name end, (${familyNames})[n % 16 + 1] || (${givenNames})[n / 16 % 16 + 1]) as recipient
    from generate_series(${from}::int, ${from + count - 1}::int) n
    cross join lateral (
      select date_trunc('milliseconds', now() - interval '45 days' - (hashint4(n * 7) & 16777215) * interval '3.7 seconds') as placed_at) t
    join (select n, sum(price_minor * quantity)::bigint as goods from past_line group by n) l using (n)
    cross join (select count(*) as people from past_people) c
    left join past_people p on p.k = (hashint4(n * 3) & 65535) % nullif(c.people, 0)`
}

const writeLinesAndStock = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`
    insert into order_line (order_id, position, variant_id, name_ko, name_en, option_ko, option_en, picture_path, unit_price_minor,
      quantity)
    select o.id, l.position, l.variant_id, l.name_ko, l.name_en, l.option_ko, l.option_en, '', l.price_minor, l.quantity
    from past_line l join past_order o using (n)`
  await tx.$executeRaw`
    insert into stock_reservation (order_id, variant_id, quantity, status, payment_id, expires_at, created_at)
    select o.id, l.variant_id, l.quantity, case when kept then 'CONFIRMED' else 'RELEASED' end,
      case when kept then ${paymentId} end, placed_at + interval '30 minutes', placed_at
    from past_line l join past_order o using (n)`
  await tx.$executeRaw`select set_config('makegood.stock_why', '{"kind": "changed", "note": "past orders"}', true)`
  await tx.$executeRaw`
    update stock s set received = s.received + q.sold, sold = s.sold + q.sold, updated_at = now()
    from (select variant_id, sum(quantity)::int as sold from past_line l join past_order o using (n) where kept group by variant_id) q
    where q.variant_id = s.variant_id`
}
