import type { Tx } from '../client.ts'

export type Breach = { readonly invariant: string; readonly subject: string; readonly detail: string }

/** What must hold at every quiet moment. Each query answers the rows that break its rule, at most a hundred. */
const queries: readonly {
  readonly invariant: string
  readonly find: (db: Tx) => Promise<Omit<Breach, 'invariant'>[]>
}[] = [
  {
    invariant: 'reserved and sold stock is what the reservations say',
    find: db => db.$queryRaw`
      select s.variant_id as subject, format('stock has %s reserved, %s sold; reservations say %s, %s', s.reserved, s.sold,
        coalesce(r.held, 0), coalesce(r.confirmed, 0)) as detail
      from stock s left join (
        select variant_id, sum(quantity) filter (where status = 'HELD') as held,
          sum(quantity) filter (where status = 'CONFIRMED') as confirmed
        from stock_reservation group by variant_id) r on r.variant_id = s.variant_id
      where s.reserved <> coalesce(r.held, 0) or s.sold <> coalesce(r.confirmed, 0) limit 100`,
  },
  {
    invariant: 'a paid order has exactly one payment that took its total',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s of %s, %s payments of %s', o.status, o.total_minor, count(p.id), coalesce(sum(p.amount_minor), 0)) as detail
      from "order" o left join payment p on p.order_id = o.id and p.status = 'SUCCEEDED'
      where o.status in ('PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED')
      group by o.id having count(p.id) <> 1 or sum(p.amount_minor) <> o.total_minor limit 100`,
  },
  {
    invariant: 'a payment that took money belongs to an order that is paid or being paid',
    find: db => db.$queryRaw`
      select p.id as subject, format('order %s is %s', o.id, o.status) as detail
      from payment p join "order" o on o.id = p.order_id
      where p.status = 'SUCCEEDED' and o.status in ('PENDING', 'STOCK_RESERVED', 'CANCELLED') and not o.needs_attention limit 100`,
  },
  {
    invariant: 'an order holds stock exactly while its state says so',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s with %s reservations', o.status, r.status) as detail
      from "order" o join stock_reservation r on r.order_id = o.id
      where (o.status in ('PENDING', 'CANCELLED') and r.status in ('HELD', 'CONFIRMED') and not o.needs_attention)
        or (o.status in ('PAID', 'CONFIRMED') and r.status <> 'CONFIRMED')
        or (o.status = 'STOCK_RESERVED' and r.status <> 'HELD') limit 100`,
  },
  {
    invariant: 'the history ends in the state of its order, without a gap',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s at version %s; history has %s rows and ends in %s', o.status, o.version, h.rows, h.last) as detail
      from "order" o left join lateral (
        select count(*) as rows, (array_agg(to_status order by version desc))[1] as last from order_history where order_id = o.id) h on true
      where h.rows <> o.version or h.last is distinct from o.status limit 100`,
  },
  {
    invariant: 'an order total is the sum of its lines',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s, lines %s', o.total_minor, sum(l.unit_price_minor * l.quantity)) as detail
      from "order" o join order_line l on l.order_id = o.id
      group by o.id having sum(l.unit_price_minor * l.quantity) <> o.total_minor limit 100`,
  },
  {
    invariant: 'an undo that failed is in front of a person',
    find: db => db.$queryRaw`
      select s.saga_id as subject, format('undo of %s failed: %s', s.step_id, s.undo_error) as detail
      from saga_step s join saga g on g.id = s.saga_id
      where s.undo_status = 'FAILED' and g.status <> 'RUNNING'
        and not exists (select 1 from incident i where i.saga_id = s.saga_id and i.step_id = 'undo:' || s.step_id) limit 100`,
  },
]

/** Every breach of the shop's invariants; none in a sound shop at a quiet moment. */
export const checkInvariants = async (db: Tx): Promise<readonly Breach[]> => {
  const breaches: Breach[] = []
  for (const { invariant, find } of queries) for (const row of await find(db)) breaches.push({ invariant, ...row })
  return breaches
}

/** What is still under way: the invariants are judged when this is all zero. */
export const countUnfinished = async (db: Tx): Promise<{ readonly sagas: number; readonly events: number }> => {
  const [row] = await db.$queryRaw<{ sagas: bigint; events: bigint }[]>`
    select (select count(*) from saga where status = 'RUNNING') as sagas,
      (select count(*) from outbox where sent_at is null) as events`
  return { sagas: Number(row?.sagas ?? 0n), events: Number(row?.events ?? 0n) }
}
