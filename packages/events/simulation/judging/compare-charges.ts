import type { Db } from '@makegood/db/client'
import type { Breach } from '@makegood/db/invariants/check-invariants'

/** Every difference between the gateway's charges and the shop's books. */
export const compareCharges = async (db: Db): Promise<readonly Breach[]> => {
  const found = await Promise.all([
    name('the gateway keeps of each charge what the shop thinks it keeps', keptOtherwise(db)),
    name('the gateway has the charge of each payment and top-up that took money by card', notCharged(db)),
    name('the gateway keeps at most one charge of an order', keptTwice(db)),
    name('no charge is of an order or a top-up that is not there', ofNobody(db)),
  ])
  return found.flat()
}

const name = async (invariant: string, rows: Promise<Omit<Breach, 'invariant'>[]>): Promise<Breach[]> =>
  (await rows).map(row => ({ invariant, ...row }))

const keptOtherwise = (db: Db) => db.$queryRaw<Omit<Breach, 'invariant'>[]>`
  select coalesce(p.order_id, t.id, c.order_id, c.id) as subject,
    format('charge %s of %s: %s of %s went back at the gateway; payment %s (%s) keeps %s', c.object ->> 'payment_intent',
      c.transfer_group, c.amount_refunded, c.amount, p.id, p.status, coalesce(p.kept, 0)) as detail
  from sandbox.charge c
  left join lateral (
    select id, order_id, status, case when status = 'SUCCEEDED' then card_minor - coalesce(
      (select sum(amount_minor) from refund r where r.payment_id = payment.id and r.leg = 'card' and r.status = 'DONE'), 0)
      else 0 end as kept
    from payment where charge_ref = c.object ->> 'payment_intent') p on true
  left join wallet_top_up t on t.charge_ref = c.object ->> 'payment_intent'
  where c.object ->> 'status' = 'succeeded' and c.amount - c.amount_refunded
    <> coalesce(p.kept, case when t.status = 'SUCCEEDED' then t.amount_minor end, 0)`

const notCharged = (db: Db) => db.$queryRaw<Omit<Breach, 'invariant'>[]>`
  select taken.subject, format('%s took %s by card as %s', taken.id, taken.amount, taken.charge_ref) as detail from (
    select order_id as subject, id, card_minor as amount, charge_ref from payment where status = 'SUCCEEDED' and card_minor > 0
    union all select id, id, amount_minor, charge_ref from wallet_top_up where status = 'SUCCEEDED') taken
  where not exists (select 1 from sandbox.charge c where c.object ->> 'payment_intent' = taken.charge_ref
    and c.object ->> 'status' = 'succeeded' and c.amount = taken.amount)`

const keptTwice = (db: Db) => db.$queryRaw<Omit<Breach, 'invariant'>[]>`
  select p.order_id as subject, format('%s charges are kept', count(*)) as detail
  from sandbox.charge c join payment p on p.charge_ref = c.object ->> 'payment_intent'
  where c.object ->> 'status' = 'succeeded' and c.amount_refunded = 0 group by p.order_id having count(*) > 1`

const ofNobody = (db: Db) => db.$queryRaw<Omit<Breach, 'invariant'>[]>`
  select c.id as subject, format('%s of order %s', c.transfer_group, c.order_id) as detail from sandbox.charge c
  where not exists (select 1 from "order" o where o.id = c.order_id)
    and not exists (select 1 from wallet_top_up t where t.id = c.object -> 'metadata' ->> 'topUpId')`
