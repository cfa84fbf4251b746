import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

export type IncidentEnd = {
  readonly incidentId: string
  readonly resolution: 'retried' | 'settled-by-hand' | 'resolved'
  readonly operatorId: string
  readonly note: string
}

/** Closes an incident, once, and takes its order out of "needs attention" where it was the last open one. */
export const closeIncident = async (tx: Tx, end: IncidentEnd): Promise<void> => {
  const rows = await tx.$queryRaw<unknown[]>`
    with closed as (
      update incident set resolved_at = now(), resolution = ${end.resolution}, resolved_by = ${end.operatorId},
        note = ${end.note}
      where id = ${end.incidentId} and resolved_at is null
      returning id, order_id
    ), calmed as (
      update "order" o set needs_attention = false, updated_at = now() from closed
      where o.id = closed.order_id and o.needs_attention and not exists (
        select 1 from incident i where i.order_id = o.id and i.resolved_at is null and i.id <> closed.id)
    )
    select 1 from closed`
  if (rows.length === 0)
    throw new DomainError('incident-moved-on', 'somebody else has closed it', { reason: 'resolved' })
}
