import { keptOf, repairOf, sidesOf } from '@makegood/core/reconciliation/difference-kinds'
import type {
  DifferenceView,
  differencePageSchema,
  listDifferencesInput,
} from '@makegood/core/reconciliation/reconciliation-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type Row = Omit<DifferenceView, 'sides' | 'repair' | 'refund' | 'order' | 'firstSeenAt' | 'lastSeenAt' | 'closedAt'> & {
  firstSeenAt: Date
  lastSeenAt: Date
  closedAt: Date | null
  orderId: string | null
  orderNumber: bigint | null
  needsAttention: boolean | null
}

const pageSize = 50

/** One page of differences in this state, the one that was seen last first, by key. */
export const listDifferences = async (
  db: Tx,
  { state, area, cursor }: z.output<typeof listDifferencesInput>,
): Promise<z.infer<typeof differencePageSchema>> => {
  const after = cursor ? parseTimeCursor(cursor) : null
  const conditions = [
    Prisma.sql`d.state = ${state}`,
    ...(area ? [Prisma.sql`d.area = ${area}`] : []),
    ...(after ? [Prisma.sql`(d.last_seen_at, d.id) < (${after.at}::timestamptz, ${after.id})`] : []),
  ]
  const rows = await db.$queryRaw<Row[]>`
    select d.id, d.area, d.invariant, d.subject, d.detail, d.state, d.reason, u.name as "closedBy",
      d.first_seen_at as "firstSeenAt", d.last_seen_at as "lastSeenAt", d.closed_at as "closedAt",
      o.id as "orderId", o.number as "orderNumber", o.needs_attention as "needsAttention"
    from reconciliation_difference d left join "order" o on o.id = d.order_id left join "user" u on u.id = d.closed_by
    where ${Prisma.join(conditions, ' and ')}
    order by d.last_seen_at desc, d.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    differences: page.map(toView),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.lastSeenAt, last.id) : null,
  }
}

const toView = ({ orderId, orderNumber, needsAttention, ...row }: Row): DifferenceView => {
  const repair = repairOf(row.invariant, row.detail)
  const refund = repair === 'refund-charge' ? keptOf(row.detail) : null
  return {
    ...row,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    sides: [...sidesOf(row.detail)] as DifferenceView['sides'],
    repair,
    refund: refund as DifferenceView['refund'],
    order:
      orderId && orderNumber !== null
        ? { id: orderId, number: orderNumber.toString(), needsAttention: needsAttention ?? false }
        : null,
  }
}
