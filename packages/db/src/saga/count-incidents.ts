import { type IncidentKind, incidentKinds } from '@makegood/core/saga/incident-kinds'
import type { Tx } from '../client.ts'

/** How many incidents of each kind are open, every kind named; counted up to `countMax` together. */
export const countIncidents = async (db: Tx, countMax: number): Promise<Readonly<Record<IncidentKind, number>>> => {
  const rows = await db.$queryRaw<{ kind: IncidentKind; open: number }[]>`
    select kind, count(*)::int as open
    from (select kind from incident where resolved_at is null limit ${countMax}) open_ones group by kind`
  const counts = Object.fromEntries(incidentKinds.map(kind => [kind, 0])) as Record<IncidentKind, number>
  for (const { kind, open } of rows) counts[kind] = open
  return counts
}
