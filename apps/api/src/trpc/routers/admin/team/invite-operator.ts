import { inviteOperatorInput } from '@makegood/core/team/inputs'
import { inviteOperator as invite } from '@makegood/db/team/invite-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Invites somebody to the team by mail. */
export const inviteOperator = operatorProcedure('team.manage')
  .input(inviteOperatorInput)
  .output(z.object({ invitationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { db, policy, sendInvitation } = ctx.api
    const { token } = await invite(db, {
      ...input,
      forSeconds: policy.invitationSeconds,
      operatorId: ctx.user.id,
    })
    sendInvitation({ ...input, token, invitedBy: ctx.user.name, forSeconds: policy.invitationSeconds })
    return { invitationId: input.invitationId }
  })
