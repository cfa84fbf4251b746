import { groupIncidentsInput } from '@makegood/core/saga/incident-inputs'
import { incidentGroupsSchema } from '@makegood/core/saga/incident-views'
import { groupIncidents as group } from '@makegood/db/incident/group-incidents'
import { operatorProcedure } from '../../../trpc.ts'

/** What is in front of a person, by what it has in common. */
export const groupIncidents = operatorProcedure('incident.read')
  .input(groupIncidentsInput)
  .output(incidentGroupsSchema)
  .query(({ ctx }) => group(ctx.api.db))
