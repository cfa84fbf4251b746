import type { OwnMessage } from '@makegood/core/messages/views'
import type { Tx } from '../client.ts'
import { assertOwner, type Owner } from '../order/owner.ts'

type Row = Omit<OwnMessage, 'orderNumber' | 'at'> & { number: bigint; at: Date }

/** The newest fifty pieces of news about an owner's own newest hundred orders, newest first. */
export const listOwnMessages = async (db: Tx, owner: Owner): Promise<OwnMessage[]> => {
  assertOwner(owner)
  const rows = await db.$queryRaw<Row[]>`
    with own as (
      select id, number from "order" where user_id = ${owner.userId} or visitor_hash = ${owner.visitorHash}
      order by placed_at desc limit 100
    )
    select n.event_id as "eventId", n.template, own.id as "orderId", own.number, min(n.created_at) as at,
      coalesce(json_agg(distinct n.channel) filter (where n.status = 'SENT'), '[]') as "sentBy"
    from own join notification n on n.order_id = own.id
    group by n.event_id, n.template, own.id, own.number order by at desc, n.event_id desc limit 50`
  return rows.map(({ number, at, ...row }) => ({ ...row, orderNumber: number.toString(), at: at.toISOString() }))
}
