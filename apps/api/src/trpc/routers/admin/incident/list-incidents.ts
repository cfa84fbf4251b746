import { listIncidentsInput } from '@makegood/core/saga/incident-inputs'
import { incidentPageSchema } from '@makegood/core/saga/incident-views'
import { listIncidents as readPage } from '@makegood/db/incident/list-incidents'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of what is in front of a person, or was. */
export const listIncidents = operatorProcedure('incident.read')
  .input(listIncidentsInput)
  .output(incidentPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
