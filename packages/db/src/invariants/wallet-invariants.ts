import type { Invariant } from './invariant.ts'

export const walletInvariants: readonly Invariant[] = [
  {
    invariant: 'a wallet is the sum of its ledger',
    find: db => db.$queryRaw`
      select w.user_id as subject, format('balance %s, ledger %s', w.balance_minor, coalesce(sum(e.amount_minor), 0)) as detail
      from wallet w left join wallet_entry e on e.user_id = w.user_id
      group by w.user_id having coalesce(sum(e.amount_minor), 0) <> w.balance_minor limit 100`,
  },
  {
    invariant: 'the wallet paid exactly the wallet legs of the payments that succeeded',
    find: db => db.$queryRaw`
      select p.id as subject, format('payment is %s with %s by wallet; the ledger says %s', p.status, p.wallet_minor, -coalesce(l.sum, 0)) as detail
      from payment p join "order" o on o.id = p.order_id
      left join lateral (
        select sum(amount_minor) as sum from wallet_entry where key in ('payment:' || p.id, 'payment-undone:' || p.id)) l on true
      where p.wallet_minor > 0 and p.status <> 'OPEN' and not o.needs_attention
        and -coalesce(l.sum, 0) <> case when p.status = 'SUCCEEDED' then p.wallet_minor else 0 end limit 100`,
  },
  {
    invariant: 'a wallet refund that is done is in the ledger, once',
    find: db => db.$queryRaw`
      select r.id as subject, format('%s, the ledger says %s', r.amount_minor, coalesce(e.amount_minor, 0)) as detail
      from refund r left join wallet_entry e
        on e.key = case r.source when 'undo' then 'payment-undone:' || r.payment_id else 'refund:' || r.id end
      where r.leg = 'wallet' and (
        (r.status = 'DONE' and e.amount_minor is distinct from r.amount_minor) or (r.status <> 'DONE' and e.key is not null)) limit 100`,
  },
  {
    invariant: 'a top-up is in the ledger exactly where its charge stands',
    find: db => db.$queryRaw`
      select t.id as subject, format('%s of %s, the ledger says %s', t.status, t.amount_minor, coalesce(e.sum, 0)) as detail
      from wallet_top_up t left join lateral (
        select sum(amount_minor) as sum from wallet_entry where key in ('top-up:' || t.id, 'top-up-undone:' || t.id)) e on true
      where t.status <> 'OPEN' and coalesce(e.sum, 0) <> case when t.status = 'SUCCEEDED' then t.amount_minor else 0 end limit 100`,
  },
]
