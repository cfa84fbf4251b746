import { resetSecondFactorInput } from '@makegood/core/team/inputs'
import { resetSecondFactor as reset } from '@makegood/db/team/reset-second-factor'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Takes the second factor from an operator who has lost it; they are told by mail. */
export const resetSecondFactor = operatorProcedure('team.manage')
  .input(resetSecondFactorInput)
  .output(z.object({ userId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await reset(ctx.api.db, { ...input, operatorId: ctx.user.id })
    ctx.api.tellSecondFactorChange({ userId: input.userId, change: 'reset' })
    return { userId: input.userId }
  })
