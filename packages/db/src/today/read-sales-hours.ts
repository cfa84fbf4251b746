import { noSales, type Sales } from '@makegood/core/today/sales'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { countSales, hourColumns, hourSums, salesColumns } from './count-sales.ts'

export type SalesHour = Sales & { readonly hour: Date }

/**
 * What has happened since the last roll-up is counted as it is asked for, up to here: a job that stands still costs no more.
 * A shop that has not rolled up yet counts as much of what was last.
 */
const longestTailMs = 10 * 60 * 1000

/**
 * What happened since the first of these moments, one row for the hours from each to the next: rolled-up rows, and what came
 * after the last roll-up from the orders themselves. `asOf` is the moment up to which it is complete. Months of hours are
 * added up in the database, because reading them out takes longer than that.
 */
export const readSalesHours = async (
  db: Tx,
  { since, now }: { readonly since: readonly Date[]; readonly now: Date },
): Promise<{ readonly hours: readonly SalesHour[]; readonly asOf: Date }> => {
  const [state] = await db.$queryRaw<{ rolledTo: Date }[]>`select rolled_to as "rolledTo" from sales_rolled`
  const tailFrom = state?.rolledTo ?? new Date(now.getTime() - longestTailMs)
  const tailTo = new Date(Math.min(now.getTime(), tailFrom.getTime() + longestTailMs))
  const rows = await db.$queryRaw<SalesHour[]>`
    with moments as materialized (
      select ${since.map(moment => moment.toISOString())}::text[]::timestamptz[] as since
    ), hours as materialized (
      select width_bucket(hour, since) as span, counted.* from moments, (
        select ${hourColumns} from sales_hour where hour >= ${since[0] ?? now}
        union all
        select ${hourColumns} from (${countSales(Prisma.sql`${tailFrom}::timestamptz`, Prisma.sql`${tailTo}::timestamptz`)}) tail
      ) counted
    ), times as (
      select span, jsonb_object_agg(step, n) as steps from (
        select span, key as step, sum(value::int) as n from hours, jsonb_each(confirm_times) group by 1, 2) added group by 1
    ), sums as (select span, ${hourSums} from hours where span > 0 group by 1)
    select since[span] as hour, ${salesColumns}, coalesce(steps, '{}'::jsonb) as "confirmTimes"
    from moments, sums left join times using (span)`
  return { hours: rows.map(row => ({ ...noSales, ...row })), asOf: tailTo }
}
