import { hourOf } from '@makegood/core/today/periods'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { countSales } from './count-sales.ts'
import { rollUpProducts } from './roll-up-products.ts'

const hourMs = 60 * 60 * 1000
/** Hours that are counted again each time: what committed late is found, and a basket that became an order is taken out. */
const hoursAgain = 3
/** How much history one call takes: a shop that begins to roll up, or whose old orders came later, does so in some calls. */
const sliceMs = 24 * hourMs
/** Any number that nothing else of the shop locks by. */
const rollLock = 7_204_113

export type RolledUp = { readonly from: Date; readonly to: Date; readonly more: boolean }

/**
 * Brings the rolled-up figures up to this moment: the last hours are counted anew from the orders themselves, so it may run
 * twice, at once, or after a pause of any length, and the figures are the same. Orders older than everything that was rolled
 * up are taken in a day at a time; `more` says that some are left.
 */
export const rollUpSales = (db: Db, now = new Date()): Promise<RolledUp> =>
  inTransaction(db, async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${rollLock}::bigint)`
    const [state] = await tx.$queryRaw<{ rolledFrom: Date | null; rolledTo: Date | null; first: Date | null }[]>`
      select (select rolled_from from sales_rolled) as "rolledFrom", (select rolled_to from sales_rolled) as "rolledTo",
        (select min(placed_at) from "order") as first`
    const first = hourOf(state?.first ?? now)
    if (state?.rolledFrom && state.rolledTo && first < state.rolledFrom) {
      const from = new Date(Math.max(first.getTime(), state.rolledFrom.getTime() - sliceMs))
      await rollUpBetween(tx, from, state.rolledFrom)
      await tx.$executeRaw`update sales_rolled set rolled_from = ${from}`
      return { from, to: state.rolledFrom, more: true }
    }
    const newest = state?.rolledTo ? hourOf(state.rolledTo).getTime() - hoursAgain * hourMs : now.getTime() - sliceMs
    const from = hourOf(new Date(Math.max(newest, Math.min(first.getTime(), now.getTime()))))
    const to = new Date(Math.min(now.getTime(), from.getTime() + sliceMs + hoursAgain * hourMs))
    await rollUpBetween(tx, from, to)
    await tx.$executeRaw`
      insert into sales_rolled (id, rolled_from, rolled_to) values (1, ${from}, ${to})
      on conflict (id) do update set rolled_to = excluded.rolled_to`
    return { from, to, more: to < now || first < (state?.rolledFrom ?? from) }
  })

/** Counts a span anew that is rolled up already, for whoever has written into the past: a seed, a restored backup. */
export const rebuildSales = (db: Db, from: Date, to: Date): Promise<void> =>
  inTransaction(db, async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${rollLock}::bigint)`
    await rollUpBetween(tx, hourOf(from), to)
  })

const rollUpBetween = async (tx: Tx, from: Date, to: Date): Promise<void> => {
  await tx.$executeRaw`delete from sales_hour where hour >= ${from} and hour < ${to}`
  await tx.$executeRaw`
    insert into sales_hour (hour, orders, confirmed, confirmed_minor, cancelled, reserved, unreserved, paid, unpaid, incidents,
      refunds, refunded_minor, carts, confirm_times)
    ${countSales(Prisma.sql`${from}::timestamptz`, Prisma.sql`${to}::timestamptz`)}`
  await rollUpProducts(tx, from, to)
}
