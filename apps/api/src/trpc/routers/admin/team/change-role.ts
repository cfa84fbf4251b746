import { changeRoleInput } from '@makegood/core/team/inputs'
import { changeRole as change } from '@makegood/db/team/change-role'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Gives an operator another role; all of their sessions end with it. */
export const changeRole = operatorProcedure('team.manage')
  .input(changeRoleInput)
  .output(z.object({ userId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await change(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { userId: input.userId }
  })
