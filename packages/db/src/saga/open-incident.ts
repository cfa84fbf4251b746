import { newId } from '@makegood/core/ids'
import type { Tx } from '../client.ts'

export type NewIncident = {
  readonly orderId: string
  readonly sagaId: string
  readonly stepId: string
  readonly kind: 'undo-failed' | 'step-failed' | 'saga-failed' | 'late-charge'
  readonly detail: string
}

/** Puts an order in front of a person: one incident for each saga, step and kind, and the order is marked. */
export const openIncident = async (db: Tx, incident: NewIncident): Promise<void> => {
  await db.$executeRaw`
    with opened as (
      insert into incident (id, order_id, saga_id, step_id, kind, detail)
      values (${newId('incident', new Date())}, ${incident.orderId}, ${incident.sagaId}, ${incident.stepId}, ${incident.kind},
        ${incident.detail.slice(0, 1000)})
      on conflict (saga_id, step_id, kind) do nothing
    )
    update "order" set needs_attention = true, updated_at = now() where id = ${incident.orderId}`
}
