import { shopsFaultReasons } from '@makegood/core/return/return-reasons'
import type { Invariant } from './invariant.ts'

export const moneyInvariants: readonly Invariant[] = [
  {
    invariant: 'a paid order has exactly one payment that took its total',
    find: db => db.$queryRaw`
      select o.id as subject, format('%s of %s, %s payments of %s', o.status, o.total_minor, count(p.id), coalesce(sum(p.amount_minor), 0)) as detail
      from "order" o left join payment p on p.order_id = o.id and p.status = 'SUCCEEDED'
      where o.status in ('PAID', 'CONFIRMED', 'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED')
      group by o.id having count(p.id) <> 1 or sum(p.amount_minor) <> o.total_minor limit 100`,
  },
  {
    invariant: 'no payment keeps money of an order that is not paid, and none stays open',
    find: db => db.$queryRaw`
      select p.id as subject, format('payment is %s, order %s is %s', p.status, o.id, o.status) as detail
      from payment p join "order" o on o.id = p.order_id
      where not o.needs_attention and (
        (p.status = 'SUCCEEDED' and o.status in ('PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING'))
        or (p.status = 'OPEN' and o.status <> 'PAYMENT_PROCESSING')) limit 100`,
  },
  {
    invariant:
      'what went back is what was owed: all but the fee of a cancelled order, the lines of each return, and what operators gave back',
    find: db => db.$queryRaw`
      select p.id as subject, format('order %s is %s; %s of %s went back, %s was owed', o.id, o.status, coalesce(r.back, 0),
        p.amount_minor, owed.amount) as detail
      from payment p join "order" o on o.id = p.order_id
      left join lateral (select sum(amount_minor) as back from refund where payment_id = p.id and status = 'DONE') r on true
      cross join lateral (select case when o.status = 'CANCELLED'
        then p.amount_minor - coalesce((select sum(fee_minor) from cancellation c where c.order_id = o.id and c.status = 'DONE'), 0)
        else least(p.amount_minor,
          coalesce((select sum(refund_minor) from return_request q where q.order_id = o.id and q.status = 'REFUNDED'), 0)
          + coalesce((select sum(amount_minor) from refund a where a.order_id = o.id and a.source = 'operator' and a.status = 'DONE'), 0))
        end as amount) owed
      where p.status = 'SUCCEEDED' and not o.needs_attention and coalesce(r.back, 0) <> owed.amount limit 100`,
  },
  {
    invariant:
      'a return is worth its lines, and the delivery with all of an order that went back through the shop’s fault',
    find: db => db.$queryRaw`
      select q.id as subject, format('%s for lines of %s, delivery %s', q.refund_minor, l.worth, d.worth) as detail
      from return_request q join "order" o on o.id = q.order_id
      cross join lateral (select coalesce(sum(refund_minor), 0) as worth from return_line where return_id = q.id) l
      cross join lateral (select case when q.whole and not exists (
        select 1 from return_request e where e.order_id = o.id and e.status <> 'REJECTED'
          and e.reason <> all(${shopsFaultReasons})) then o.delivery_minor else 0 end as worth) d
      where q.status <> 'REJECTED' and q.refund_minor <> l.worth + d.worth limit 100`,
  },
  {
    invariant: 'the counters of a payment are the sums of its refunds',
    find: db => db.$queryRaw`
      select p.id as subject, format('card %s, wallet %s; refunds say %s, %s', p.card_refunded_minor, p.wallet_refunded_minor,
        coalesce(r.card, 0), coalesce(r.wallet, 0)) as detail
      from payment p left join (
        select payment_id, sum(amount_minor) filter (where leg = 'card') as card,
          sum(amount_minor) filter (where leg = 'wallet') as wallet
        from refund group by payment_id) r on r.payment_id = p.id
      where p.card_refunded_minor <> coalesce(r.card, 0) or p.wallet_refunded_minor <> coalesce(r.wallet, 0) limit 100`,
  },
  {
    invariant: 'no refund is left undone that nobody sees',
    find: db => db.$queryRaw`
      select r.id as subject, format('%s of order %s is %s since %s', r.amount_minor, r.order_id, r.status, r.created_at) as detail
      from refund r join "order" o on o.id = r.order_id
      where r.status in ('PLANNED', 'FAILED') and not o.needs_attention and not exists (
        select 1 from saga s where s.order_id = r.order_id and s.status = 'RUNNING') limit 100`,
  },
  {
    invariant: 'a refund that did not arrive is owed, in front of a person until it is done',
    find: db => db.$queryRaw`
      select r.id as subject, format('%s of order %s failed as %s', r.amount_minor, r.order_id, r.gateway_ref) as detail
      from refund r where r.status = 'FAILED' and not exists (
        select 1 from incident i where i.order_id = r.order_id and i.kind = 'refund-failed' and i.resolved_at is null) limit 100`,
  },
]
