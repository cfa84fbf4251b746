import { requestReturnAsOperatorInput } from '@makegood/core/return/inputs'
import { requestReturnAsOperator } from '@makegood/db/return/request-as-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Asks for a return in the shopper's name, as for a parcel that was lost; it is decided like any other. */
export const requestReturn = operatorProcedure('return.request')
  .input(requestReturnAsOperatorInput)
  .output(z.object({ returnId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await requestReturnAsOperator(ctx.api.db, { ...input, operatorId: ctx.user.id })
    ctx.api.outbox.nudge()
    return { returnId: input.returnId }
  })
