import type { incidentActsSchema } from '@makegood/core/saga/incident-views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type ActView = z.infer<typeof incidentActsSchema>['acts'][number]
type Row = Omit<ActView, 'at'> & { at: Date }

const actsMax = 100

/** What was done with an incident and by whom, the newest first: at most a hundred acts. */
export const listIncidentActs = async (db: Tx, incidentId: string): Promise<z.infer<typeof incidentActsSchema>> => {
  const rows = await db.$queryRaw<Row[]>`
    select a.id, a.at, a.actor_kind as actor, u.name, a.action, a.reason
    from audit_entry a left join "user" u on u.id = a.actor_id
    where a.subject = ${incidentId} and a.action like 'incident.%'
    order by a.at desc, a.id desc limit ${actsMax}`
  return { acts: rows.map(row => ({ ...row, at: row.at.toISOString() })) }
}
