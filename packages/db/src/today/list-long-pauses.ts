import type { LongPause } from '@makegood/core/today/views'
import type { Tx } from '../client.ts'

type Row = Omit<LongPause, 'pausedAt'> & { readonly pausedAt: Date }

const pausesMax = 5

/** The orders that stand paused for so many seconds or longer, the longest first: whoever paused them may have forgotten. */
export const listLongPauses = async (db: Tx, seconds: number): Promise<LongPause[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select z.order_id as "orderId", o.number::text as "orderNumber", coalesce(u.name, z.paused_by) as by, z.reason,
      z.paused_at as "pausedAt"
    from order_pause z join "order" o on o.id = z.order_id left join "user" u on u.id = z.paused_by
    where z.resumed_at is null and z.paused_at <= now() - make_interval(secs => ${seconds}::float8)
    order by z.paused_at, z.id limit ${pausesMax}`
  return rows.map(row => ({ ...row, pausedAt: row.pausedAt.toISOString() }))
}
