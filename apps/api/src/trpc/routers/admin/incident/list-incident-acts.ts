import { incidentInput } from '@makegood/core/saga/incident-inputs'
import { incidentActsSchema } from '@makegood/core/saga/incident-views'
import { listIncidentActs as read } from '@makegood/db/incident/list-incident-acts'
import { operatorProcedure } from '../../../trpc.ts'

/** Who did what with one incident. */
export const listIncidentActs = operatorProcedure('incident.read')
  .input(incidentInput)
  .output(incidentActsSchema)
  .query(({ ctx, input }) => read(ctx.api.db, input.incidentId))
