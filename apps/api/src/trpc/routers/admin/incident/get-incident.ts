import { getIncidentInput } from '@makegood/core/saga/incident-inputs'
import { incidentViewSchema } from '@makegood/core/saga/incident-views'
import { getIncident as read } from '@makegood/db/incident/get-incident'
import { operatorProcedure } from '../../../trpc.ts'

/** One incident with its saga, and what each repair would do now. */
export const getIncident = operatorProcedure('incident.read')
  .input(getIncidentInput)
  .output(incidentViewSchema)
  .query(({ ctx, input }) => {
    const { db, sagaPlans, policy } = ctx.api
    const viewer = { role: ctx.user.role, aloneUpTo: policy.aloneUpTo }
    return read(db, input.incidentId, input.locale, sagaPlans, viewer)
  })
