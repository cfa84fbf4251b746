import type { Invariant } from './invariant.ts'

export const orderInvariants: readonly Invariant[] = [
  {
    invariant: 'the history leads without a gap, by moves of the table, to the state of its order',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s at version %s; history has %s rows, ends in %s, %s of them illegal', o.status, o.version,
        h.rows, h.last, h.illegal) as detail
      from "order" o left join lateral (
        select count(*) as rows, (array_agg(to_status order by version desc))[1] as last,
          count(*) filter (where not legal) as illegal
        from (
          select e.version, e.to_status, case when e.version = 1 then e.from_status is null and e.to_status = 'PENDING'
            else e.from_status = lag(e.to_status) over (order by e.version)
              and e.version = lag(e.version) over (order by e.version) + 1
              and exists (select 1 from order_transition t where t.from_status = e.from_status and t.to_status = e.to_status)
            end as legal
          from order_history e where e.order_id = o.id) moves) h on true
      where h.rows <> o.version or h.last is distinct from o.status or h.illegal > 0 limit 100`,
  },
  {
    invariant: 'an order is the sum of its lines, and its discount the sum of their shares',
    find: db => db.$queryRaw`
      select o.id as subject, format('goods %s, lines %s; discount %s, shares %s', o.goods_minor,
        sum(l.unit_price_minor * l.quantity), o.discount_minor, sum(l.discount_minor)) as detail
      from "order" o join order_line l on l.order_id = o.id
      group by o.id having sum(l.unit_price_minor * l.quantity) <> o.goods_minor
        or sum(l.discount_minor) <> o.discount_minor limit 100`,
  },
  {
    invariant: 'an order that waits for somebody has a limit that ends its waiting',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s without an open %s limit', o.status, w.kind) as detail
      from "order" o join (values ('STOCK_RESERVED', 'reservation'), ('PAYMENT_PROCESSING', 'payment'), ('PAID', 'confirmation'),
        ('DELIVERED', 'completion')) as w(status, kind) on w.status = o.status
      where not o.needs_attention
        and not exists (select 1 from order_limit l where l.order_id = o.id and l.kind = w.kind and l.settled_at is null)
        and not exists (select 1 from cancellation c where c.order_id = o.id and c.status = 'REQUESTED') limit 100`,
  },
  {
    invariant: 'an order in somebody’s hands has its parcel',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s without a parcel', o.status) as detail from "order" o
      where o.status in ('PREPARING', 'SHIPPING', 'DELIVERED') and not exists (
        select 1 from shipment s where s.order_id = o.id and s.kind = 'DELIVERY' and s.status <> 'CANCELLED') limit 100`,
  },
  {
    invariant: 'a cancellation that was carried out cancelled its order, and one that was refused did not',
    find: db => db.$queryRaw`
      select c.id as subject, format('%s, order %s is %s', c.status, o.id, o.status) as detail
      from cancellation c join "order" o on o.id = c.order_id
      where (c.status = 'DONE' and o.status <> 'CANCELLED')
        or (c.status = 'REQUESTED' and o.status in ('COMPLETED', 'REFUNDED')) limit 100`,
  },
  {
    invariant: 'an order is marked as being cancelled exactly while such a request is open',
    find: db => db.$queryRaw`
      select o.id as subject, format('marked %s with %s open requests', o.cancelling, count(c.id)) as detail
      from "order" o left join cancellation c on c.order_id = o.id and c.status = 'REQUESTED'
      group by o.id having o.cancelling <> (count(c.id) > 0) limit 100`,
  },
  {
    invariant: 'the units in returns that were not rejected are counted on their lines',
    find: db => db.$queryRaw`
      select l.order_id as subject, format('line %s counts %s, returns say %s', l.variant_id, l.return_quantity, coalesce(r.units, 0)) as detail
      from order_line l left join (
        select q.order_id, n.variant_id, sum(n.quantity) as units from return_line n join return_request q on q.id = n.return_id
        where q.status <> 'REJECTED' group by q.order_id, n.variant_id) r
        on r.order_id = l.order_id and r.variant_id = l.variant_id
      where l.return_quantity <> coalesce(r.units, 0) limit 100`,
  },
  {
    invariant: 'an order is RETURNED or REFUNDED exactly where all of it was accepted back',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s with %s whole returns accepted', o.status, count(r.id)) as detail
      from "order" o left join return_request r on r.order_id = o.id and r.whole
        and r.status in ('ACCEPTED', 'PICKED_UP', 'RECEIVED', 'REFUNDED')
      group by o.id having (o.status in ('RETURNED', 'REFUNDED')) <> (count(r.id) > 0) limit 100`,
  },
]
