import type { listApprovalsInput } from '@makegood/core/approval/inputs'
import type { ApprovalView, approvalPageSchema } from '@makegood/core/approval/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'
import { parseTimeCursor, timeCursor } from '../paging/time-cursor.ts'

type Row = Omit<
  ApprovalView,
  'customer' | 'incident' | 'amount' | 'requestedBy' | 'requestedAt' | 'expiresAt' | 'decidedBy' | 'decidedAt'
> & {
  customerId: string | null
  customerName: string | null
  incidentId: string | null
  reference: string | null
  amountMinor: bigint
  currency: string
  requestedBy: string
  requesterName: string
  requestedAt: Date
  expiresAt: Date
  decidedBy: string | null
  deciderName: string | null
  decidedAt: Date | null
}

const pageSize = 50

/** A page of what waits for a second pair of eyes, or of what was decided, the newest first; one that ran out no longer waits. */
export const listApprovals = async (
  db: Tx,
  input: z.output<typeof listApprovalsInput> & { readonly userId?: string },
): Promise<z.infer<typeof approvalPageSchema>> => {
  const after = input.cursor ? parseTimeCursor(input.cursor) : null
  const states = input.state === 'waiting' ? ['WAITING'] : ['APPLIED', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'WAITING']
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.kind, case when a.state = 'WAITING' and a.expires_at <= now() then 'EXPIRED' else a.state end as state,
      c.id as "customerId", c.name as "customerName", a.order_id as "orderId", o.number::text as "orderNumber",
      case when c.id is null then o.recipient end as guest,
      a.input ->> 'incidentId' as "incidentId", a.input ->> 'reference' as reference, a.amount_minor as "amountMinor", a.currency, a.reason,
      a.requested_by as "requestedBy", coalesce(r.name, '') as "requesterName", a.requested_at as "requestedAt",
      a.expires_at as "expiresAt", a.decided_by as "decidedBy", d.name as "deciderName", a.decided_at as "decidedAt",
      a.decision_reason as "decisionReason"
    from approval a left join "order" o on o.id = a.order_id
      left join "user" c on c.id = coalesce(a.user_id, o.user_id) left join "user" r on r.id = a.requested_by
      left join "user" d on d.id = a.decided_by
    where a.state = any(${states}) and (a.state = 'WAITING' and a.expires_at > now()) = ${input.state === 'waiting'}
      and (${input.userId ?? null}::text is null or a.user_id = ${input.userId ?? null})
      and (${after?.at ?? null}::timestamptz is null
        or (a.requested_at, a.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    order by a.requested_at desc, a.id desc limit ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return {
    approvals: page.map(toView),
    nextCursor: rows.length > pageSize && last ? timeCursor(last.requestedAt, last.id) : null,
  }
}

const toView = (row: Row): ApprovalView => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  customer: row.customerId === null ? null : { id: row.customerId, name: row.customerName ?? '' },
  orderId: row.orderId,
  orderNumber: row.orderNumber,
  guest: row.guest,
  incident: row.incidentId === null ? null : { id: row.incidentId, reference: row.reference },
  amount: toWire(row.amountMinor, row.currency),
  reason: row.reason,
  requestedBy: { id: row.requestedBy, name: row.requesterName },
  requestedAt: row.requestedAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  decidedBy: row.decidedBy === null ? null : { id: row.decidedBy, name: row.deciderName ?? '' },
  decidedAt: row.decidedAt?.toISOString() ?? null,
  decisionReason: row.decisionReason,
})
