import type { Invariant } from './invariant.ts'

export const couponInvariants: readonly Invariant[] = [
  {
    invariant: 'a campaign has issued what its claims say',
    find: db => db.$queryRaw`
      select c.id as subject, format('counts %s, has %s claims', c.claimed, count(l.id)) as detail
      from coupon_campaign c left join coupon_claim l on l.campaign_id = c.id
      group by c.id having count(l.id) <> c.claimed limit 100`,
  },
  {
    invariant: 'a redeemed coupon belongs to the payment that paid its order',
    find: db => db.$queryRaw`
      select l.id as subject, format('redeemed for order %s (%s) by payment %s (%s)', l.order_id, o.status, l.payment_id, p.status) as detail
      from coupon_claim l left join "order" o on o.id = l.order_id left join payment p on p.id = l.payment_id
      where l.status = 'REDEEMED' and not coalesce(o.needs_attention, false)
        and (p.status is distinct from 'SUCCEEDED' or o.status is null or o.status = 'CANCELLED' or o.coupon_claim_id <> l.id) limit 100`,
  },
  {
    invariant: 'a paid order with a coupon has redeemed it',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s; coupon %s is %s for order %s', o.status, l.id, l.status, l.order_id) as detail
      from "order" o join coupon_claim l on l.id = o.coupon_claim_id
      where o.status in ('PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED')
        and (l.status <> 'REDEEMED' or l.order_id <> o.id) limit 100`,
  },
]
