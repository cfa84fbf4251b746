import { acknowledgeAlertInput } from '@makegood/core/alert/views'
import { acknowledgeAlert as acknowledge } from '@makegood/db/alert/acknowledge-alert'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Says that the operator looks after an open alert; it stays open until its rule is kept again. */
export const acknowledgeAlert = operatorProcedure('alert.acknowledge')
  .input(acknowledgeAlertInput)
  .output(z.object({ alertId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await acknowledge(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { alertId: input.alertId }
  })
