import { movedTo } from '@makegood/core/events/moved-to'
import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

export type AuditedEvent = {
  readonly id: string
  readonly name: string
  readonly at: Date
  readonly correlationId: string
  readonly payload: Readonly<Record<string, unknown>>
}

const targets: Readonly<Record<string, string>> = movedTo

/**
 * Writes down who did what these events tell, one entry an event however often it is told, in one statement. Who it was is
 * told by the move that the event was written with, by the request or decision that it is about, or else it was the shop's
 * own system.
 */
export const auditEvents = async (db: Tx, events: readonly AuditedEvent[]): Promise<number> => {
  if (events.length === 0) return 0
  const rows = events.map(event => ({
    ...event,
    auditId: newId('audit', event.at),
    movedTo: targets[event.name] ?? null,
  }))
  return await db.$executeRaw`
    insert into audit_entry (id, event_id, at, actor_kind, actor_id, action, order_id, subject, reason, details)
    select e."auditId", e.id, e.at, w.kind, case when w.kind = 'shopper' then coalesce(w.id, o.user_id) else w.id end, e.name,
      e.payload ->> 'orderId', coalesce(e.payload ->> 'returnId', e.payload ->> 'cancellationId',
        e.payload ->> 'shipmentId', e.payload ->> 'paymentId', e.payload ->> 'orderId', e.id),
      coalesce(e.payload ->> 'reason', w.reason, ''),
      (e.payload - 'orderId' - 'reason') || jsonb_build_object('correlationId', e."correlationId")
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(id text, "auditId" text, name text, at timestamptz,
      "correlationId" text, payload jsonb, "movedTo" text)
    left join "order" o on o.id = e.payload ->> 'orderId'
    left join lateral (
      select h.mover as kind, h.mover_id as id, h.reason from order_history h
      where h.order_id = o.id and h.to_status = e."movedTo" and h.at <= e.at order by h.version desc limit 1
    ) m on true
    left join cancellation c on e.name = 'order/cancel.requested' and c.id = e.payload ->> 'cancellationId'
    left join return_request r on e.name like 'return/%' and r.id = e.payload ->> 'returnId'
    cross join lateral (select
      coalesce(m.kind, c.mover, case
        when e.name = 'return/requested' then r.requested_by
        when e.name in ('return/accepted', 'return/rejected') then 'operator'
        when e.name in ('shipping/lost', 'shipping/refused') then 'carrier' end, 'system') as kind,
      coalesce(m.id, c.mover_id, case when e.name in ('return/accepted', 'return/rejected') then r.decided_by end) as id,
      coalesce(m.reason, c.reason, case e.name when 'return/requested' then r.reason
        when 'return/accepted' then r.decision_reason end) as reason
    ) w
    on conflict (event_id) do nothing`
}
