import type { WaitingApprovalView } from '@makegood/core/approval/views'
import { isPermitted } from '@makegood/core/user/permissions'
import type { Role } from '@makegood/core/user/roles'
import type { Tx } from '../client.ts'
import { toWire } from '../order/line-views.ts'

type Row = Omit<WaitingApprovalView, 'amount' | 'askedAt' | 'toDecide'> & {
  readonly amountMinor: bigint
  readonly currency: string
  readonly askedAt: Date
  readonly askedById: string
}
type Viewer = { readonly id: string; readonly role: Role }

const waitingMax = 20

/** What waits for a second pair of eyes, the oldest first, and whether it is for whoever looks to decide; of one order or of all. */
export const listWaiting = async (
  db: Tx,
  viewer: Viewer,
  orderId: string | null = null,
): Promise<WaitingApprovalView[]> => {
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.kind, a.order_id as "orderId", o.number::text as "orderNumber", c.name as "customerName",
      a.input ->> 'returnId' as "returnId", coalesce(r.name, '') as "askedBy", a.requested_by as "askedById",
      a.requested_at as "askedAt", a.amount_minor as "amountMinor", a.currency
    from approval a left join "order" o on o.id = a.order_id left join "user" c on c.id = a.user_id
      left join "user" r on r.id = a.requested_by
    where a.state = 'WAITING' and a.expires_at > now() and (${orderId}::text is null or a.order_id = ${orderId})
    order by a.requested_at, a.id limit ${waitingMax}`
  return rows.map(({ amountMinor, currency, askedAt, askedById, ...row }) => ({
    ...row,
    amount: toWire(amountMinor, currency),
    askedAt: askedAt.toISOString(),
    toDecide: isPermitted(viewer.role, 'approval.decide') && askedById !== viewer.id,
  }))
}
