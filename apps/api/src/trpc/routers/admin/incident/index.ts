import { router } from '../../../trpc.ts'
import { countIncidents } from './count-incidents.ts'
import { forceUndo } from './force-undo.ts'
import { getIncident } from './get-incident.ts'
import { groupIncidents } from './group-incidents.ts'
import { listIncidentActs } from './list-incident-acts.ts'
import { listIncidents } from './list-incidents.ts'
import { resolveIncident } from './resolve-incident.ts'
import { resolveMany } from './resolve-many.ts'
import { resumeFromStep } from './resume-from-step.ts'
import { retryIncident } from './retry-incident.ts'
import { retryMany } from './retry-many.ts'
import { undoMany } from './undo-many.ts'

export const incidentRouter = router({
  list: listIncidents,
  groups: groupIncidents,
  acts: listIncidentActs,
  count: countIncidents,
  get: getIncident,
  retry: retryIncident,
  retryMany,
  undoMany,
  resumeFromStep,
  forceUndo,
  resolve: resolveIncident,
  resolveMany,
})
