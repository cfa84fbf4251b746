import type { UnderWay } from '@makegood/core/saga/incident-kinds'
import type { IncidentRowView } from '@makegood/core/saga/incident-views'
import type { Incident } from '../generated/prisma/client.ts'

/** An incident's own row as an operator sees it. */
export const toIncidentView = (
  incident: Omit<Incident, 'event'>,
  { goesOn, underWay }: { readonly goesOn: boolean; readonly underWay: UnderWay | undefined },
): Omit<IncidentRowView, 'order'> => ({
  id: incident.id,
  kind: incident.kind as IncidentRowView['kind'],
  sagaId: incident.sagaId,
  stepId: incident.stepId,
  detail: incident.detail,
  code: incident.code,
  occurrences: incident.occurrences,
  tries: incident.tries,
  nextTryAt: incident.nextTryAt?.toISOString() ?? null,
  goesOn,
  underWay: underWay ?? null,
  openedAt: incident.openedAt.toISOString(),
  resolvedAt: incident.resolvedAt?.toISOString() ?? null,
  resolution: incident.resolution,
  resolvedBy: incident.resolvedBy,
  note: incident.note,
})
