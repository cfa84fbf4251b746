import type { Tx } from '../client.ts'

export type RecentCounts = {
  readonly created: number
  readonly reserved: number
  readonly unreserved: number
  readonly paid: number
  readonly unpaid: number
  readonly confirmed: number
  readonly completed: number
  readonly cancelled: number
  /** From the shopper's request to pay until the order was confirmed, in seconds; null where none was. */
  readonly confirmP50Seconds: number | null
  readonly confirmP95Seconds: number | null
}

/** What became of orders in the last seconds, by the indexes of those moments. */
export const measureRecent = async (db: Tx, windowSeconds: number): Promise<RecentCounts> => {
  const [row] = await db.$queryRaw<RecentCounts[]>`
    with since as (select now() - make_interval(secs => ${windowSeconds}::float8) as at), moves as (
      select h.order_id, h.version, h.from_status, h.to_status, h.at from order_history h where h.at >= (select at from since)
    ), took as (
      select extract(epoch from m.at - p.at)::float8 as seconds from moves m join lateral (
        select at from order_history p where p.order_id = m.order_id and p.to_status = 'PAYMENT_PROCESSING'
          and p.version < m.version order by p.version desc limit 1) p on true
      where m.to_status = 'CONFIRMED'
    ), settled as (select status from payment where settled_at >= (select at from since))
    select count(*) filter (where to_status = 'PENDING')::int as created,
      count(*) filter (where from_status = 'PENDING' and to_status <> 'CANCELLED')::int as reserved,
      count(*) filter (where from_status = 'PENDING' and to_status = 'CANCELLED')::int as unreserved,
      (select count(*) from settled where status not in ('DECLINED', 'FAILED'))::int as paid,
      (select count(*) from settled where status in ('DECLINED', 'FAILED'))::int as unpaid,
      count(*) filter (where to_status = 'CONFIRMED')::int as confirmed,
      count(*) filter (where to_status = 'COMPLETED')::int as completed,
      count(*) filter (where to_status = 'CANCELLED')::int as cancelled,
      (select percentile_cont(0.5) within group (order by seconds) from took) as "confirmP50Seconds",
      (select percentile_cont(0.95) within group (order by seconds) from took) as "confirmP95Seconds"
    from moves`
  if (!row) throw new Error('a count of rows always answers')
  return row
}
