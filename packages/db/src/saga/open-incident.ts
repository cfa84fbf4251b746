import { newId } from '@makegood/core/ids'
import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { Tx } from '../client.ts'

export type { IncidentKind } from '@makegood/core/saga/incident-kinds'

export type NewIncident = {
  readonly orderId: string | null
  readonly sagaId: string
  readonly stepId: string
  readonly kind: IncidentKind
  readonly detail: string
  readonly event?: Readonly<Record<string, unknown>>
}

/**
 * Puts something in front of a person: one incident for each saga, step and kind, and its order is marked. What failed,
 * was resolved and fails again opens the same incident anew and counts it.
 */
export const openIncident = async (db: Tx, incident: NewIncident): Promise<void> => {
  const detail = incident.detail.slice(0, 1000)
  await db.$executeRaw`
    with opened as (
      insert into incident as i (id, order_id, saga_id, step_id, kind, detail, event)
      values (${newId('incident', new Date())}, ${incident.orderId}, ${incident.sagaId}, ${incident.stepId}, ${incident.kind},
        ${detail}, ${incident.event ? JSON.stringify(incident.event) : null}::jsonb)
      on conflict (saga_id, step_id, kind) do update set detail = excluded.detail, occurrences = i.occurrences + 1,
        opened_at = case when i.resolved_at is null then i.opened_at else now() end,
        resolved_at = null, resolution = null, resolved_by = null, note = null
    )
    update "order" set needs_attention = true, updated_at = now() where id = ${incident.orderId}`
}
