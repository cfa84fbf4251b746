import { removeOperatorInput } from '@makegood/core/team/inputs'
import { changeRole } from '@makegood/db/team/change-role'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Takes somebody from the team; the account stays as a customer’s, and its sessions end. */
export const removeOperator = operatorProcedure('team.manage')
  .input(removeOperatorInput)
  .output(z.object({ userId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await changeRole(ctx.api.db, { ...input, role: 'shopper', operatorId: ctx.user.id })
    return { userId: input.userId }
  })
