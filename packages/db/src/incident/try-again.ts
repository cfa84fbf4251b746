import { newId } from '@makegood/core/ids'
import type { Db, Tx } from '../client.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { isPaused } from '../saga/is-paused.ts'
import { settlementAsked } from './find-asked-settlement.ts'
import { retryIncident } from './retry-incident.ts'

export type DueIncident = { readonly id: string; readonly sagaId: string; readonly correlationId: string | null }

/**
 * Up to `limit` incidents that the shop tries again by itself and whose time has come, the longest due first; not what somebody
 * says was settled by hand and waits for another's word: it would be done twice; and not the saga of a paused order.
 */
export const listDueIncidents = async (db: Tx, limit: number): Promise<readonly DueIncident[]> =>
  await db.$queryRaw<DueIncident[]>`
    select i.id, i.saga_id as "sagaId", coalesce(s.correlation_id, o.correlation_id) as "correlationId"
    from incident i left join saga s on s.id = i.saga_id left join "order" o on o.id = i.order_id
    where i.next_try_at <= now() and i.resolved_at is null and (s.status = 'NEEDS_ATTENTION' and not ${isPaused(Prisma.sql`i.order_id`)} or i.kind = 'event-failed')
      and not ${settlementAsked}
    order by i.next_try_at limit ${limit}`

/**
 * The shop tries again what an outage had stopped or what came before its time, as an operator would, once for each time
 * that it stopped and audited as the system's. Refused where somebody was quicker.
 */
export const tryAgain = (db: Db, { id, correlationId }: DueIncident, leaseSeconds: number): Promise<void> =>
  retryIncident(db, {
    incidentId: id,
    operatorId: null,
    correlationId: correlationId ?? newId('correlation', new Date()),
    leaseSeconds,
  })
