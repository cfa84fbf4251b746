import { noSales, type Sales } from '@makegood/core/today/sales'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { countSales, salesColumns } from './count-sales.ts'

export type SalesHour = Sales & { readonly hour: Date }

/**
 * What has happened since the last roll-up is counted as it is asked for, up to here: a job that stands still costs no more.
 * A shop that has not rolled up yet counts as much of what was last.
 */
const longestTailMs = 10 * 60 * 1000

/**
 * What happened hour by hour since a moment: rolled-up rows, and what came after the last roll-up from the orders themselves.
 * `asOf` is the moment up to which it is complete.
 */
export const readSalesHours = async (
  db: Tx,
  { from, now }: { readonly from: Date; readonly now: Date },
): Promise<{ readonly hours: readonly SalesHour[]; readonly asOf: Date }> => {
  const [state] = await db.$queryRaw<{ rolledTo: Date }[]>`select rolled_to as "rolledTo" from sales_rolled`
  const tailFrom = state?.rolledTo ?? new Date(now.getTime() - longestTailMs)
  const tailTo = new Date(Math.min(now.getTime(), tailFrom.getTime() + longestTailMs))
  const rows = await db.$queryRaw<SalesHour[]>`
    select ${salesColumns} from sales_hour where hour >= ${from}
    union all
    select ${salesColumns} from (${countSales(Prisma.sql`${tailFrom}::timestamptz`, Prisma.sql`${tailTo}::timestamptz`)}) tail`
  return { hours: rows.map(row => ({ ...noSales, ...row })), asOf: tailTo }
}
