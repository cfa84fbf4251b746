import { type LimitKind, orderLimits } from '@makegood/core/order/order-limits'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'

export type DueLimit = { readonly orderId: string; readonly kind: LimitKind }

const meaningful = JSON.stringify(
  Object.entries(orderLimits).flatMap(([kind, { inStatuses }]) => inStatuses.map(status => ({ kind, status }))),
)

const isHeld = isPaused(Prisma.sql`order_limit.order_id`)

/** Settles up to `limit` due limits whose orders have moved on, in one statement, and answers how many. */
export const settleMootLimits = async (db: Tx, limit: number): Promise<number> =>
  await db.$executeRaw`
    update order_limit l set settled_at = now(), outcome = 'moot'
    from (
      select due.order_id, due.kind from order_limit due join "order" o on o.id = due.order_id
      where due.settled_at is null and due.due_at <= now() and not exists (
        select 1 from jsonb_to_recordset(${meaningful}::jsonb) as m(kind text, status text)
        where m.kind = due.kind and m.status = o.status)
      order by due.due_at limit ${limit} for update of due skip locked
    ) moot
    where l.order_id = moot.order_id and l.kind = moot.kind and l.settled_at is null`

/** Up to `limit` limits that are due and still mean something, the oldest first; those of a paused order stand still. */
export const listDueLimits = async (db: Tx, limit: number): Promise<readonly DueLimit[]> =>
  await db.$queryRaw<DueLimit[]>`
    select order_id as "orderId", kind from order_limit where settled_at is null and due_at <= now() and not ${isHeld}
    order by due_at limit ${limit}`

/** When the last of these orders' open limits falls due; null where none is open or all stand still. */
export const findLastDue = async (
  db: Tx,
  orderIds: readonly string[],
  kinds: readonly string[],
): Promise<Date | null> => {
  const rows = await db.$queryRaw<{ due: Date | null }[]>`
    select max(due_at) as due from order_limit
    where order_id = any(${orderIds}) and kind = any(${kinds}) and settled_at is null and not ${isHeld}`
  return rows[0]?.due ?? null
}
