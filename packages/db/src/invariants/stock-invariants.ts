import type { Invariant } from './invariant.ts'

export const stockInvariants: readonly Invariant[] = [
  {
    invariant: 'reserved, sold and written-off stock is what the reservations say',
    find: db => db.$queryRaw`
      select s.variant_id as subject, format('stock has %s reserved, %s sold, %s written off; reservations say %s, %s, %s',
        s.reserved, s.sold, s.written_off, coalesce(r.held, 0), coalesce(r.sold, 0), coalesce(r.written_off, 0)) as detail
      from stock s left join (
        select variant_id, sum(quantity) filter (where status = 'HELD') as held,
          sum(quantity - restocked - written_off) filter (where status = 'CONFIRMED') as sold,
          sum(written_off) as written_off
        from stock_reservation group by variant_id) r on r.variant_id = s.variant_id
      where s.reserved <> coalesce(r.held, 0) or s.sold <> coalesce(r.sold, 0)
        or s.written_off <> coalesce(r.written_off, 0) limit 100`,
  },
  {
    invariant: 'an order holds stock exactly while its state says so',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s with %s reservations', o.status, r.status) as detail
      from "order" o join stock_reservation r on r.order_id = o.id
      where not o.needs_attention and (
        (o.status in ('PENDING', 'CANCELLED') and r.status in ('HELD', 'CONFIRMED'))
        or (o.status in ('PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED')
          and r.status <> 'CONFIRMED')
        or (o.status = 'STOCK_RESERVED' and r.status <> 'HELD')) limit 100`,
  },
  {
    invariant: 'what came back to the stock is what the finished returns say',
    find: db => db.$queryRaw`
      select r.order_id as subject, format('%s: reservation says %s restocked, %s written off; returns say %s, %s', r.variant_id,
        r.restocked, r.written_off, coalesce(b.restocked, 0), coalesce(b.written_off, 0)) as detail
      from stock_reservation r join "order" o on o.id = r.order_id left join (
        select q.order_id, n.variant_id, sum(n.restocked) as restocked, sum(n.written_off) as written_off
        from return_line n join return_request q on q.id = n.return_id where q.status = 'REFUNDED'
        group by q.order_id, n.variant_id) b on b.order_id = r.order_id and b.variant_id = r.variant_id
      where not o.needs_attention
        and (r.restocked <> coalesce(b.restocked, 0) or r.written_off <> coalesce(b.written_off, 0)) limit 100`,
  },
]
