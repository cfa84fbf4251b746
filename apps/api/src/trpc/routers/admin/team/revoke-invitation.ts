import { revokeInvitationInput } from '@makegood/core/team/inputs'
import { revokeInvitation as revoke } from '@makegood/db/team/invite-operator'
import { z } from 'zod'
import { operatorProcedure } from '../../../trpc.ts'

/** Takes an invitation back before it was used. */
export const revokeInvitation = operatorProcedure('team.manage')
  .input(revokeInvitationInput)
  .output(z.object({ invitationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    await revoke(ctx.api.db, { ...input, operatorId: ctx.user.id })
    return { invitationId: input.invitationId }
  })
