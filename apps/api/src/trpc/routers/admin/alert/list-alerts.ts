import { alertPageSchema, listAlertsInput } from '@makegood/core/alert/views'
import { listAlerts as readPage } from '@makegood/db/alert/list-alerts'
import { operatorProcedure } from '../../../trpc.ts'

/** A page of the alerts that are open, or that were closed. */
export const listAlerts = operatorProcedure('system.read')
  .input(listAlertsInput)
  .output(alertPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, input))
