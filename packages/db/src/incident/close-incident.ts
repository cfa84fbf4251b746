import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'
import { calmOrder } from './calm-order.ts'

export type IncidentEnd = {
  readonly incidentId: string
  readonly resolution: 'retried' | 'settled-by-hand' | 'resolved'
  /** Null where the shop itself has closed it. */
  readonly operatorId: string | null
  readonly note: string
  /** What was settled by hand without a second pair of eyes. */
  readonly settledAloneMinor?: bigint
}

/** Closes an incident, once, and takes its order out of "needs attention" where it was the last open one. */
export const closeIncident = async (tx: Tx, end: IncidentEnd): Promise<void> => {
  const rows = await tx.$queryRaw<{ orderId: string | null }[]>`
    update incident set resolved_at = now(), resolution = ${end.resolution}, resolved_by = ${end.operatorId},
      note = ${end.note}, next_try_at = null,
      settled_alone_minor = settled_alone_minor + ${end.settledAloneMinor ?? 0n}
    where id = ${end.incidentId} and resolved_at is null
    returning order_id as "orderId"`
  const [closed] = rows
  if (!closed) throw new DomainError('incident-moved-on', 'somebody else has closed it', { reason: 'resolved' })
  await calmOrder(tx, closed.orderId)
}
