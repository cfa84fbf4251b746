import type { IncidentKind } from '@makegood/core/saga/incident-kinds'
import type { Db } from '@makegood/db/client'

export type Incident = {
  readonly id: string
  readonly orderId: string | null
  readonly sagaId: string
  readonly stepId: string
  readonly kind: IncidentKind
  readonly detail: string
  /** How often it was opened. */
  readonly occurrences: number
  readonly event: object | null
  readonly sagaStatus: string | null
  readonly orderStatus: string | null
}

/** What is in front of the operators, with the state of its saga and its order. */
export const listOpenIncidents = (db: Db): Promise<Incident[]> => db.$queryRaw<Incident[]>`
  select i.id, i.order_id as "orderId", i.saga_id as "sagaId", i.step_id as "stepId", i.kind, i.detail,
    i.occurrences, i.event,
    g.status as "sagaStatus", o.status as "orderStatus"
  from incident i left join saga g on g.id = i.saga_id left join "order" o on o.id = i.order_id
  where i.resolved_at is null order by i.id`
