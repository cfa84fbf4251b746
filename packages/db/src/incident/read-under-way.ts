import type { UnderWay } from '@makegood/core/saga/incident-kinds'
import type { Tx } from '../client.ts'
import { settlementAsked } from './find-asked-settlement.ts'

/**
 * What is being done about these incidents, or about their orders, already, by the incident's id: a settlement that waits for a
 * second pair of eyes, an order that is being cancelled, a return of what was lost, refused or late. Nothing of what is closed.
 */
export const readUnderWay = async (db: Tx, incidentIds: readonly string[]): Promise<ReadonlyMap<string, UnderWay>> => {
  if (incidentIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; underWay: UnderWay | null }[]>`
    select i.id, case when ${settlementAsked} then 'settlement-asked'
      when i.kind in ('parcel-lost', 'parcel-refused') then r.state
      when o.cancelling and i.kind in ('saga-held', 'shipping-late') and i.saga_id like 'fulfil-order:%' then 'cancelling'
      end as "underWay"
    from incident i left join "order" o on o.id = i.order_id
      left join lateral (
        select case when exists (select 1 from approval a where a.order_id = i.order_id and a.state = 'WAITING'
            and a.expires_at > now() and a.input ->> 'returnId' = q.id) then 'return-waits'
          when q.status = 'REQUESTED' then 'return-asked'
          when q.status = 'RECEIVED' or q.without_goods then 'return-goes-on'
          else 'return-coming' end as state
        from return_request q
        where q.order_id = i.order_id and q.status in ('REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED')
        order by q.requested_at desc limit 1
      ) r on true
    where i.id = any(${[...incidentIds]}) and i.resolved_at is null`
  return new Map(rows.flatMap(({ id, underWay }) => (underWay ? [[id, underWay] as const] : [])))
}
