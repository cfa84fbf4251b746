import type { listReturnsInput } from '@makegood/core/return/inputs'
import type { returnPageSchema } from '@makegood/core/return/operator-views'
import { returnStatuses } from '@makegood/core/return/return-reasons'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { countStates } from '../paging/count-states.ts'

type ReturnPage = z.infer<typeof returnPageSchema>
type RowView = ReturnPage['returns'][number]
type Row = Pick<RowView, 'id' | 'status' | 'reason' | 'units'> & {
  refundMinor: bigint
  currency: string
  requestedAt: Date
  orderId: string
  number: bigint
  orderStatus: RowView['order']['status']
  recipient: string
}

const pageSize = 50

/** One page of all returns, newest first, by key: an id begins with its time. With how many are in each state. */
export const listReturns = async (db: Tx, input: z.output<typeof listReturnsInput>): Promise<ReturnPage> => {
  const status = input.status ?? null
  const cursor = input.cursor ?? null
  const rows = await db.$queryRaw<Row[]>`
    select r.id, r.status, r.reason, r.refund_minor as "refundMinor", r.requested_at as "requestedAt", o.currency,
      (select coalesce(sum(l.quantity), 0)::int from return_line l where l.return_id = r.id) as units,
      o.id as "orderId", o.number, o.status as "orderStatus", o.recipient
    from return_request r join "order" o on o.id = r.order_id
    where (${status}::text is null or r.status = ${status}) and (${cursor}::text is null or r.id < ${cursor})
    order by r.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  return {
    returns: page.map(row => ({
      id: row.id,
      status: row.status,
      reason: row.reason,
      units: row.units,
      refund: toWire(row.refundMinor, row.currency),
      requestedAt: row.requestedAt.toISOString(),
      order: { id: row.orderId, number: row.number.toString(), status: row.orderStatus, recipient: row.recipient },
    })),
    counts: await countStates(db, 'return', returnStatuses),
    nextCursor: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  }
}
